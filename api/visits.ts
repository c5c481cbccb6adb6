import type { FastifyReply, FastifyRequest } from "fastify";
import { viewerOfCookie, viewerOfToken } from "./access/session.js";
import type { Context, House, Visit } from "./context.js";
import { signInFirst } from "./executor.js";

export const SESSION_COOKIE = "gonghui_session";
/** Under a public address no other host of the domain, and no page over plain HTTP, can plant a cookie of this name. */
const HOST_ONLY = "__Host-";

const isLocal = ({ publicUrl }: House) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(publicUrl).hostname);
const prefixOf = (house: House) => (isLocal(house) ? "" : HOST_ONLY);

/** Whether a request brings a session, be it one in force or not. */
export const bringsSession = ({ cookies }: FastifyRequest) =>
  Boolean(cookies[SESSION_COOKIE] ?? cookies[`${HOST_ONLY}${SESSION_COOKIE}`]);

/** The token of a request; a request with one is never a console's, whatever cookies it has. */
export const bearerOf = (request: FastifyRequest) => /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];

/** What a request brings apart from who sends it. A cookie is taken only under the name that we give it here. */
export function visitOf(house: House, request: FastifyRequest, reply: FastifyReply): Visit {
  const prefix = prefixOf(house);
  const ours = Object.entries(request.cookies).filter(([name]) => name.startsWith(prefix));
  const options = { path: "/", httpOnly: true, secure: !isLocal(house) } as const;
  return {
    requestId: request.id,
    language: String(request.headers["accept-language"] ?? "")
      .toLowerCase()
      .startsWith("en")
      ? "en"
      : "zh",
    address: request.ip,
    cookies: Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value])),
    agent: request.headers["user-agent"],
    setCookie: (value, secondsToLive, name = SESSION_COOKIE, sameSite = "strict") =>
      void (value === null
        ? reply.clearCookie(`${prefix}${name}`, { ...options, sameSite })
        : reply.setCookie(`${prefix}${name}`, value, {
            ...options,
            sameSite,
            ...(secondsToLive ? { maxAge: secondsToLive } : {}),
          })),
  };
}

/** Who is calling, in which language, and how to answer a sign-in. */
export async function contextOf(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const bearer = bearerOf(request);
  const visit = visitOf(house, request, reply);
  const token = visit.cookies[SESSION_COOKIE];
  const { gate } = house.reads;
  const found = bearer
    ? await viewerOfToken(gate, bearer, request.ip)
    : token
      ? await viewerOfCookie(gate, token)
      : undefined;
  return {
    house,
    viewer: found?.viewer,
    ...(found ? { account: found.account } : {}),
    visit,
    read: async () => {
      throw signInFirst();
    },
  };
}
