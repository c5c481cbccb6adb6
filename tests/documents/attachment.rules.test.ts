import { expect, test } from "@jest/globals";
import { endingOf, sizeText, whyNotFileName } from "../../schema/documents/attachment.rules.js";

test("names of files say what they are and lead nowhere", () => {
  for (const good of ["批复.pdf", "A b（1）.PDF", "x.tar.xlsx", "a.jpeg"])
    expect([good, whyNotFileName(good)]).toEqual([good, undefined]);
  for (const bad of [
    "../a.pdf",
    "a/b.pdf",
    "a\\b.pdf",
    "C:a.pdf",
    ".a.pdf",
    "a.pdf.",
    "a\u0000.pdf",
    "a\u202efdp.pdf",
    "\ud800.pdf",
    `${"长".repeat(120)}.pdf`,
  ])
    expect([bad, whyNotFileName(bad)?.code]).toEqual([bad, "INVALID_FORMAT"]);
  expect(whyNotFileName("")?.code).toBe("REQUIRED");
  for (const other of ["a.svg", "a.html", "a.exe", "a.pdf.exe", "a.xlsm", "a.zip", "a", "a.constructor", "pdf"])
    expect([other, whyNotFileName(other)?.code]).toEqual([other, "FILE_TYPE_REFUSED"]);
  expect(endingOf("A.PDF")).toBe("pdf");
  expect([sizeText(5), sizeText(2_048), sizeText(10 * 1024 * 1024)]).toEqual(["5 B", "2.0 kB", "10.0 MB"]);
});
