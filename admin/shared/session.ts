import type { AuthProvider } from "react-admin";
import type { Role } from "../../schema/access/permissions.rules.js";
import { type Ask, AskError, type UserError } from "./ask.js";
import { LOGIN, LOGOUT, SWITCH_GRANT, VIEWER } from "./operations.js";

/** Who is signed in, with the role, scope and permissions of the grant in use. */
export interface Viewer {
  account: { username: string; displayName: string; role: Role; hasSecondFactor: boolean };
  scope: { id: string; code: string; name: string } | null;
  /** Today in Shaoxing, by the server's clock. */
  /** The grants one may choose among. */
  grants: OwnGrant[];
  /** What has to be done before anything else. */
  stepFirst: "CHANGE_PASSWORD" | "ENROL_SECOND_FACTOR" | null;
  today: string;
  permissions: string[];
}

export interface OwnGrant {
  id: string;
  role: Role;
  scope: { code: string; name: string } | null;
  validThrough: string | null;
  inUse: boolean;
}

/** Signs in and remembers who is signed in until told otherwise. */
export class Session {
  private viewer: Promise<Viewer> | undefined;
  constructor(private readonly ask: Ask) {}

  /** The viewer; rejects with UNAUTHENTICATED when nobody is signed in. */
  current(): Promise<Viewer> {
    this.viewer ??= this.ask<{ viewer: Viewer | null }>(VIEWER).then(({ viewer }) => {
      if (!viewer) throw new AskError("", "UNAUTHENTICATED", 401, undefined);
      return viewer;
    });
    this.viewer.catch(() => this.forget());
    return this.viewer;
  }

  forget(): void {
    this.viewer = undefined;
  }

  /** Signs in, or throws with the server's own words. */
  async signIn(username: string, password: string, code?: string): Promise<Viewer> {
    const { login } = await this.ask<{ login: { userErrors: UserError[] } }>(LOGIN, {
      input: { username, password, ...(code ? { code } : {}) },
    });
    const refusal = login.userErrors[0];
    if (refusal) throw new AskError(refusal.message, refusal.code, 400, undefined);
    this.forget();
    return this.current();
  }

  /** Goes on under another of one's own grants. */
  async switchGrant(grantId: string): Promise<void> {
    const { switchGrant } = await this.ask<{ switchGrant: { userErrors: UserError[] } }>(SWITCH_GRANT, {
      input: { grantId },
    });
    const refusal = switchGrant.userErrors[0];
    if (refusal) throw new AskError(refusal.message, refusal.code, 400, undefined);
    this.forget();
  }

  async signOut(): Promise<void> {
    const known = this.viewer;
    this.forget();
    if (known) await this.ask(LOGOUT).catch(() => undefined);
  }
}

/** react-admin's view of the session. */
export function authProviderOf(session: Session): AuthProvider {
  return {
    login: ({ username, password, code }) => session.signIn(username, password, code),
    logout: async () => {
      await session.signOut();
      return "/login";
    },
    checkAuth: async () => {
      await session.current();
    },
    checkError: async (error) => {
      if (error?.status !== 401) return;
      session.forget();
      throw error;
    },
    getIdentity: async () => {
      const viewer = await session.current();
      return { id: viewer.account.username, fullName: viewer.account.displayName, viewer };
    },
    getPermissions: async () => (await session.current()).permissions,
  };
}
