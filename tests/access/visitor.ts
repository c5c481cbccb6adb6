/** A browser without a screen: keeps the cookies of each host, and shows the pages it is led to. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();

  cookies(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }

  /** One request, its redirect not followed. */
  async ask(url: string, options: RequestInit = {}): Promise<Response> {
    const jar = this.cookies(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      ...options,
      headers: { ...(options.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      const isOver = value === "" || attributes.some((each) => /^ *(max-age=0|expires=.*19[67]\d)/i.test(each));
      if (isOver) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Goes where it is led, until a page is shown or an address is reached that is to be waited at. */
  async follow(url: string, until: (url: string) => boolean = () => false, options: RequestInit = {}): Promise<Seen> {
    let [address, asked] = [url, options];
    for (let steps = 0; steps < 20; steps++) {
      if (steps > 0 && until(address)) return { address, status: 0, text: "" };
      const response = await this.ask(address, asked);
      const to = response.headers.get("location");
      if (!to) return { address, status: response.status, text: await response.text() };
      [address, asked] = [new URL(to, address).href, {}];
    }
    throw new Error("led in a circle");
  }

  /** Fills in the form of a page. */
  async fill(page: Seen, values: Record<string, string>, until?: (url: string) => boolean): Promise<Seen> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1];
    if (!action) throw new Error(`there is no form at ${page.address}: ${page.text.slice(0, 200)}`);
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    );
    return this.follow(new URL(action, page.address).href, until, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(page.address).origin },
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...values }).toString(),
    });
  }
}

export interface Seen {
  address: string;
  /** 0 where the visitor waits before an address. */
  status: number;
  text: string;
}
