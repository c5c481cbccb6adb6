import type { FastifyRequest } from "fastify";

/**
 * Whether a request that names the page it comes from names one of ours: under the public address exactly that, under any
 * other, such as the one of a developer, the address the request was sent to.
 */
export function isOurOrigin({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, host = "" } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // "null" comes from a sandbox
  const [page, ours] = [new URL(origin), new URL(publicUrl)];
  if (page.origin === ours.origin) return true;
  const sentTo = `${page.protocol}//${host}`;
  return URL.canParse(sentTo) && new URL(sentTo).host === page.host && page.host !== ours.host;
}
