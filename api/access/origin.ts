import type { FastifyRequest } from "fastify";

/** Whether a request that names the page it comes from names ours: the address it is sent to, or the public one. */
export function isOurOrigin({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false; // "null" comes from a sandbox
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}
