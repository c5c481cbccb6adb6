/** The place that was asked is not one we ask, or answers otherwise than it may. */
export class OutgoingRefused extends Error {
  override readonly name = "OutgoingRefused";
}

const MOST_BYTES = 64 * 1024;

/** Calls to one server, and to no other: whatever an answer names, a redirect or an address in it, is not gone to. */
export class Outgoing {
  constructor(
    private readonly origin: string,
    private readonly milliseconds: number,
  ) {}

  /** As `fetch`, but to the one server only, with an end in time and in size. @throws OutgoingRefused */
  readonly fetch = async (address: string | URL, options: object = {}): Promise<Response> => {
    const url = new URL(address);
    if (url.origin !== this.origin) throw new OutgoingRefused(`${url.origin} is not the server that is asked`);
    const response = await fetch(url, {
      ...options,
      redirect: "manual",
      signal: AbortSignal.timeout(this.milliseconds),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new OutgoingRefused("a redirect is not followed");
    }
    const { status, statusText, headers } = response;
    return new Response(await shortBody(response), { status, statusText, headers });
  };
}

async function shortBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new OutgoingRefused("the answer is too long");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
