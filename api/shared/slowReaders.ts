import type { FastifyInstance } from "fastify";

const MEGABYTE = 1_000_000;

/**
 * Closes the connection of a reader that does not take an answer in time: so long for each megabyte begun. By then nothing but
 * the socket is held, as every answer is complete before its first byte leaves.
 */
export function closeSlowReaders(app: FastifyInstance, patience: number): void {
  app.addHook("onSend", (_request, reply, payload, done) => {
    const { raw } = reply;
    const known = typeof payload === "string" || Buffer.isBuffer(payload) ? payload.length : undefined;
    const bytes = known ?? (Number(reply.getHeader("content-length")) || 0);
    const timer = setTimeout(() => raw.destroy(), patience * (1 + Math.floor(bytes / MEGABYTE))).unref();
    raw.once("close", () => clearTimeout(timer));
    done(null, payload);
  });
}
