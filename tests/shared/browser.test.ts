import { afterEach, expect, test } from "@jest/globals";
import { openBrowser } from "./browser.js";

const asked = process.env.TEST_BROWSER;
afterEach(() => {
  if (asked === undefined) delete process.env.TEST_BROWSER;
  else process.env.TEST_BROWSER = asked;
});

/** The pictures of single characters, as the browser draws them. */
async function drawn(characters: string[]): Promise<string[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 80, height: 80 } });
    const pictures: string[] = [];
    for (const character of characters) {
      await page.setContent(`<body style="margin:8px;font:48px Roboto,Helvetica,sans-serif">${character}</body>`);
      pictures.push((await page.screenshot()).toString("base64"));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

test.each([["packaged"], [undefined]])(
  "Chinese is written in the browser, not boxes (TEST_BROWSER=%s)",
  async (browser) => {
    if (browser) process.env.TEST_BROWSER = browser;
    const [union, committee, rare, box, other] = await drawn(["工", "会", "㙍", "\u{10FFFD}", "\u{10FFFC}"]);
    expect(box).toBe(other);
    expect(new Set([union, committee, rare, box]).size).toBe(4);
  },
);
