import { createRemoteJWKSet, customFetch as fetchKeys, type JWTPayload, jwtVerify } from "jose";
import * as openid from "openid-client";
import type { OidcSettings } from "../settings.js";
import { Outgoing } from "./outgoing.js";

/** Where the provider sends people back to, and where it says that a session of its own has ended. */
export const PROVIDER_PATHS = {
  begin: "/sign-in/oidc",
  back: "/sign-in/oidc/return",
  code: "/sign-in/oidc/code",
  logout: "/sign-in/oidc/logout",
};

/** What has to come back from the provider as it was sent; it stays in the browser that began. */
export interface Beginning {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who signed in at the provider. Nothing else that it says is believed, least of all an e-mail address. */
export interface Subject {
  issuer: string;
  subject: string;
  /** The provider's name of its session, which it ends by. */
  sid?: string | undefined;
}

const SCOPE = "openid";
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
const SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];
/** A notice of logout is good for so long, and a description of the provider too. */
const NOTICE_SECONDS = 120;
const DESCRIPTION_MILLISECONDS = 3_600_000;
const MOST_SECONDS = 5;

/** The OpenID provider of an installation. It is asked only at its own address, follows no redirect, and has five seconds. */
export class Provider {
  private readonly outgoing: Outgoing;
  private known: { until: number; configuration: Promise<openid.Configuration> } | undefined;
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(
    private readonly settings: OidcSettings,
    private readonly publicUrl: string,
  ) {
    this.outgoing = new Outgoing(new URL(settings.issuer).origin, MOST_SECONDS * 1_000);
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  private get backTo(): string {
    return `${this.publicUrl}${PROVIDER_PATHS.back}`;
  }

  /** Where to send somebody who wants to sign in, and what to remember until they are back. */
  async begin(): Promise<{ address: string; beginning: Beginning }> {
    const configuration = await this.configuration();
    const beginning = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.backTo,
      scope: SCOPE,
      state: beginning.state,
      nonce: beginning.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(beginning.verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, beginning };
  }

  /** Who has come back. @throws Error when the provider refuses the code, or what it says does not fit what was begun */
  async subjectOf(query: string, { state, nonce, verifier }: Beginning): Promise<Subject> {
    const tokens = await openid.authorizationCodeGrant(await this.configuration(), new URL(`${this.backTo}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("the provider sent no id token");
    const { sid } = claims;
    return { issuer: this.issuer, subject: claims.sub, sid: typeof sid === "string" ? sid : undefined };
  }

  /** Whose session has ended at the provider: one session by its name, or all of a person. @throws Error for what is no notice of it */
  async endedBy(notice: string): Promise<{ subject?: string | undefined; sid?: string | undefined }> {
    const { payload } = await jwtVerify(notice, await this.keySet(), {
      issuer: (await this.configuration()).serverMetadata().issuer,
      audience: this.settings.clientId,
      algorithms: SIGNED_BY,
      maxTokenAge: NOTICE_SECONDS,
      requiredClaims: ["iat", "jti", "events"],
    });
    if (!isLogout(payload)) throw new Error("this is no notice of a logout");
    const { sub, sid } = payload;
    return { subject: sub, sid: typeof sid === "string" ? sid : undefined };
  }

  /** The provider's description of itself, asked for again after an hour, and after a failure at once. */
  private configuration(): Promise<openid.Configuration> {
    if (this.known && this.known.until > performance.now()) return this.known.configuration;
    const { issuer, clientId, clientSecret } = this.settings;
    const configuration = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: MOST_SECONDS,
      [openid.customFetch]: this.outgoing.fetch,
      ...(issuer.startsWith("http:") ? { execute: [openid.allowInsecureRequests] } : {}),
    });
    this.known = { until: performance.now() + DESCRIPTION_MILLISECONDS, configuration };
    configuration.catch(() => {
      this.known = undefined;
    });
    return configuration;
  }

  private async keySet() {
    const at = (await this.configuration()).serverMetadata().jwks_uri;
    if (!at) throw new Error("the provider names no keys");
    this.keys ??= createRemoteJWKSet(new URL(at), {
      timeoutDuration: MOST_SECONDS * 1_000,
      [fetchKeys]: this.outgoing.fetch as never,
    });
    return this.keys;
  }
}

/** As the rules of back-channel logout ask: the event, a session or a person, and no nonce, so that no id token passes for a notice. */
function isLogout({ events, nonce, sub, sid }: JWTPayload): boolean {
  return (
    typeof events === "object" &&
    events !== null &&
    LOGOUT_EVENT in events &&
    nonce === undefined &&
    Boolean(sub ?? sid)
  );
}
