import type { FastifyReply, FastifyRequest } from "fastify";
import { viewerOfCookie, viewerOfToken } from "./access/session.js";
import type { Context, House } from "./context.js";
import { signInFirst } from "./executor.js";

export const SESSION_COOKIE = "gonghui_session";

/** The token of a request; a request with one is never a console's, whatever cookies it has. */
export const bearerOf = (request: FastifyRequest) => /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];

/** Who is calling, in which language, and how to answer a sign-in. */
export async function contextOf(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const bearer = bearerOf(request);
  const token = request.cookies[SESSION_COOKIE];
  const { gate } = house.reads;
  const found = bearer ? await viewerOfToken(gate, bearer, request.ip) : token ? await viewerOfCookie(gate, token) : undefined;
  const isLocal = /^https?:\/\/(127\.|localhost|\[::1\])/.test(house.publicUrl);
  return {
    house,
    viewer: found?.viewer,
    ...(found ? { account: found.account } : {}),
    visit: {
      requestId: request.id,
      language: String(request.headers["accept-language"] ?? "").toLowerCase().startsWith("en") ? "en" : "zh",
      address: request.ip,
      cookies: request.cookies,
      agent: request.headers["user-agent"],
      setCookie: (value, secondsToLive, name = SESSION_COOKIE) =>
        void (value === null
          ? reply.clearCookie(name, { path: "/" })
          : reply.setCookie(name, value, { path: "/", httpOnly: true, sameSite: "strict", secure: !isLocal, ...(secondsToLive ? { maxAge: secondsToLive } : {}) })),
    },
    read: async () => {
      throw signInFirst();
    },
  };
}
