import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error it brings no types
import OpenIdProvider from "oidc-provider";

export const CLIENT = { id: "gonghui", secret: "a secret of the tests alone" };

export interface RunningProvider {
  issuer: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** What it answers instead of itself, until told otherwise. */
  instead: ((path: string) => Response | "silence" | undefined) | undefined;
  end(): Promise<void>;
}

/** A real OpenID provider over HTTP, which takes anybody for who they say they are. */
export async function runProvider(publicUrl: string, host = "127.0.0.1"): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const configuration = {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${publicUrl}/sign-in/oidc/return`],
        backchannel_logout_uri: `${publicUrl}/sign-in/oidc/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ["a key of the tests alone"] },
    features: { backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  };
  quietly();
  const provider = new OpenIdProvider(issuer, configuration);
  const running: RunningProvider = { issuer, asked: [], instead: undefined, end: () => ended(server) };
  const itself = provider.callback();
  server.on("request", (request, response) => {
    const path = String(request.url).split("?")[0] as string;
    running.asked.push(path);
    const other = running.instead?.(path);
    if (other === "silence") return;
    if (!other) return void itself(request, response);
    response.writeHead(other.status, Object.fromEntries(other.headers));
    other.text().then((text) => response.end(text));
  });
  return running;
}

/** Its advice is for those who run it for others. */
function quietly(): void {
  for (const level of ["info", "warn"] as const) {
    const say = console[level];
    console[level] = (...words: unknown[]) => (String(words[0]).includes("oidc-provider") ? undefined : say(...words));
  }
}

const ended = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
