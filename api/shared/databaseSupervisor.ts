import { type DatabaseExitListener, type RunningServer, type ServerPlan, startServer } from "./databaseServer.js";

export interface SupervisedServer {
  /** process of the server; undefined while it is down */
  pid(): number | undefined;
  onExit(listener: DatabaseExitListener): void;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MILLISECONDS = 50;
const LONGEST_PAUSE_MILLISECONDS = 1_000;
/** a server that lived this long did not die of its own start */
const SETTLED_MILLISECONDS = 30_000;

/**
 * Keeps a server running: when it ends by itself, the listeners are told and it is started again, with growing pauses
 * as long as it keeps dying young. `prepare` runs after every start, before the server counts as back.
 */
export async function supervise(
  plan: ServerPlan,
  prepare: () => Promise<void>,
  log: (text: string) => void,
): Promise<SupervisedServer> {
  const listeners = new Set<DatabaseExitListener>();
  let stopping = false;
  let server: RunningServer | undefined = await prepared();
  let pause = FIRST_PAUSE_MILLISECONDS;
  let restarting: Promise<boolean> = Promise.resolve(true);
  let hurry: () => void = () => undefined;

  async function prepared(): Promise<RunningServer> {
    const started = await startServer(plan);
    try {
      await prepare();
      return started;
    } catch (error) {
      await started.stop();
      throw error;
    }
  }

  function watch(current: RunningServer): void {
    const since = Date.now();
    void current.exited.then((exit) => {
      server = undefined;
      if (stopping) return;
      if (Date.now() - since > SETTLED_MILLISECONDS) pause = FIRST_PAUSE_MILLISECONDS;
      log(
        `数据库意外退出（${exit.signal ?? exit.code}），正在重新启动 / the database ended unexpectedly and is restarted`,
      );
      restarting = restart();
      for (const listener of listeners) listener({ ...exit, restarted: restarting });
    });
  }

  async function restart(): Promise<boolean> {
    while (!stopping) {
      await new Promise<void>((resolve) => {
        hurry = resolve;
        setTimeout(resolve, pause);
      });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS);
      if (stopping) break;
      try {
        server = await prepared();
        watch(server);
        log("数据库已恢复 / the database is back");
        return true;
      } catch (error) {
        log((error as Error).message);
      }
    }
    return false;
  }

  watch(server);
  return {
    pid: () => server?.pid,
    onExit: (listener) => void listeners.add(listener),
    stop: async () => {
      stopping = true;
      hurry();
      await restarting;
      await server?.stop();
    },
  };
}
