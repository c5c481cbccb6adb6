import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { type ProviderRefusal, REFUSAL_STATUS } from "../../schema/access/providerSignIn.rules.js";
import type { House, Visit } from "../context.js";
import { recordDenial } from "../shared/denials.js";
import { enterInLog } from "../shared/logbook.js";
import { Refused } from "../shared/refuse.js";
import { visitOf } from "../visits.js";
import { attemptKey, countAttempt, forgiveAttempts } from "./attempts.js";
import { knownDevice } from "./knownDevice.js";
import { endProviderSessions, type LinkedAccount, linkedAccount } from "./linkedAccounts.js";
import { isOurOrigin } from "./origin.js";
import { type Beginning, PROVIDER_PATHS, type Provider, type Subject } from "./provider.js";
import { codePage, refusalPage } from "./providerPages.js";
import { proveFactor } from "./secondFactor.actions.js";
import { forgetAccount } from "./session.js";
import { admit } from "./signIn.actions.js";
import { readTicket, UNDER_WAY, WAITING_FOR_CODE, writeTicket } from "./tickets.js";

const MOST_BYTES = 16 * 1024;
/** Codes of answers that do not fit what was begun. */
const DOES_NOT_FIT = /^OAUTH_(INVALID|JWT|JSON)/;

/** Nobody was signed in, for a reason that may be told. */
class NotAdmitted extends Error {
  constructor(readonly refusal: ProviderRefusal) {
    super(refusal);
  }
}

/** One request to the door. */
interface Call {
  house: House;
  provider: Provider;
  visit: Visit;
  request: FastifyRequest;
  reply: FastifyReply;
}

const HTML = "text/html; charset=utf-8";
const page = (reply: FastifyReply, refusal: ProviderRefusal, text = refusalPage(refusal)) =>
  reply.code(REFUSAL_STATUS[refusal]).type(HTML).send(text);
const formOf = ({ body }: FastifyRequest) => (body instanceof URLSearchParams ? body : new URLSearchParams());

/** Signing in by an OpenID provider: there, back, the second factor where the account has one, and the provider's notice that a session has ended. */
export function serveProviderSignIn(app: FastifyInstance, house: House, provider: Provider): void {
  const way = (work: (call: Call) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer");
    try {
      return await work({ house, provider, visit: visitOf(house, request, reply), request, reply });
    } catch (error) {
      if (!(error instanceof NotAdmitted)) throw error;
      return page(reply, error.refusal);
    }
  };
  app.register(async (door) => {
    door.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: MOST_BYTES },
      async (_request: FastifyRequest, body: string | Buffer) => new URLSearchParams(String(body)),
    );
    door.get(PROVIDER_PATHS.begin, way(begin));
    door.get(PROVIDER_PATHS.back, way(comeBack));
    door.post(PROVIDER_PATHS.code, way(giveCode));
    door.post(PROVIDER_PATHS.logout, way(heedLogout));
  });
}

async function begin({ house, provider, visit, reply }: Call) {
  const { address, beginning } = await provider.begin().catch((error: Error) => fail(house, visit, error));
  writeTicket(house, visit, UNDER_WAY, beginning);
  return reply.redirect(address, 303);
}

/** Each return costs a question to the provider, so it is counted before it is looked into. */
async function comeBack({ house, provider, visit, request, reply }: Call) {
  const beginning = readTicket<Beginning>(house, visit, UNDER_WAY);
  const query = request.url.slice(request.url.indexOf("?"));
  if (!beginning || new URLSearchParams(query).get("state") !== beginning.state)
    throw new NotAdmitted("OIDC_NOT_BEGUN");
  const key = attemptKey.network(visit.address);
  if (!(await countAttempt(house.reads.gate, key))) throw new NotAdmitted("RATE_LIMITED");
  const person = await provider.subjectOf(query, beginning).catch((error: Error) => fail(house, visit, error));
  const account = await accountOf(house, visit, person);
  await forgiveAttempts(house.reads.gate, [key]);
  if (!account.hasSecondFactor) return enter({ house, visit, reply }, account, person);
  writeTicket(house, visit, WAITING_FOR_CODE, person);
  return reply.type(HTML).send(codePage());
}

async function giveCode({ house, visit, request, reply }: Call) {
  if (!request.headers.origin || !isOurOrigin(request, house.publicUrl)) throw new NotAdmitted("FORBIDDEN");
  const person = readTicket<Subject>(house, visit, WAITING_FOR_CODE, { keep: true });
  if (!person) throw new NotAdmitted("OIDC_NOT_BEGUN");
  const account = await accountOf(house, visit, person);
  try {
    if (account.hasSecondFactor) await proveFactor(house, account.id, formOf(request).get("code") ?? "", visit);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return page(reply, "OIDC_WRONG_CODE", codePage("OIDC_WRONG_CODE"));
  }
  readTicket(house, visit, WAITING_FOR_CODE);
  return enter({ house, visit, reply }, account, person);
}

async function heedLogout({ house, provider, visit, request, reply }: Call) {
  const pool = house.reads.gate;
  const ended = await provider.endedBy(formOf(request).get("logout_token") ?? "").catch((error: Error) => {
    house.log.warn(
      { requestId: visit.requestId, code: "OIDC_REFUSED", fault: error.name },
      "a notice of logout was refused",
    );
    return undefined;
  });
  if (!ended) return reply.code(400).send({ error: "invalid_request" });
  for (const id of await endProviderSessions(pool, provider.issuer, ended)) {
    forgetAccount(pool, id);
    const about = { record: "account", recordId: id, accountId: id, requestId: visit.requestId };
    await enterInLog(pool, { kind: "SIGN_IN", action: "logout", ...about, facts: { outcome: "closed", way: "oidc" } });
  }
  return reply.code(204).send();
}

/** The session is the same as after a password, and so is what has to be done first in it. */
async function enter(
  { house, visit, reply }: Pick<Call, "house" | "visit" | "reply">,
  account: LinkedAccount,
  person: Subject,
) {
  const pool = house.reads.gate;
  const device = await knownDevice(pool, visit, account.usernameKey);
  await admit(pool, { ...account, device }, visit, { linkId: account.linkId, sid: person.sid });
  return reply.redirect("/", 303);
}

async function accountOf(house: House, visit: Visit, person: Subject): Promise<LinkedAccount> {
  const account = await linkedAccount(house.reads.gate, person);
  if (account) return account;
  await recordRefusal(house, visit, "OIDC_NO_ACCOUNT");
  throw new NotAdmitted("OIDC_NO_ACCOUNT");
}

const recordRefusal = ({ reads }: House, visit: Visit, code: ProviderRefusal) =>
  recordDenial(reads.gate, visit.address, {
    kind: "SIGN_IN",
    action: "login",
    record: "account",
    requestId: visit.requestId,
    facts: { outcome: "refused", code, way: "oidc" },
  });

/** What the provider refused is told as that; whatever else went wrong on the way to it, as its being out of reach. */
async function fail(house: House, visit: Visit, error: Error): Promise<never> {
  const isRefused =
    error instanceof AuthorizationResponseError ||
    error instanceof ResponseBodyError ||
    (error instanceof ClientError && DOES_NOT_FIT.test(error.code ?? ""));
  const code = isRefused ? "OIDC_REFUSED" : "UNAVAILABLE";
  house.log.warn({ requestId: visit.requestId, code, fault: error.name }, "sign-in by the provider failed");
  await recordRefusal(house, visit, code);
  throw new NotAdmitted(code);
}
