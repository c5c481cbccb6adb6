/** Lets requests that met an ended session wait until somebody has signed in again in the dialog over the page. */
class LostSession {
  private waiting: { again: () => void; leave: (reason: Error) => void }[] = [];
  private show: ((lost: boolean) => void) | undefined;

  /** The dialog that asks; without one, an ended session is an error like any other. */
  attach(show: (lost: boolean) => void): () => void {
    this.show = show;
    return () => {
      this.show = undefined;
    };
  }

  signInAgain(): Promise<void> {
    if (!this.show)
      return Promise.reject(Object.assign(new Error(), { status: 401, code: "UNAUTHENTICATED", message: false }));
    this.show(true);
    return new Promise((again, leave) => this.waiting.push({ again, leave }));
  }

  /** Signed in again: every waiting request is sent once more. */
  resume(): void {
    this.show?.(false);
    for (const { again } of this.waiting.splice(0)) again();
  }

  /** Nobody signs in again: the waiting requests fail and the page goes to the login form. */
  abandon(): void {
    this.show?.(false);
    const reason = Object.assign(new Error(), { status: 401, code: "UNAUTHENTICATED" });
    for (const { leave } of this.waiting.splice(0)) leave(reason);
  }
}

export const lostSession = new LostSession();
