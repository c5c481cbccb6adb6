import type { Cost } from "./access/allowance.js";
import type { Context } from "./context.js";
import type { Asker, Ready } from "./reading/answer.js";

/** Takes what an operation may cost before it runs, reads for it, and gives back what it did not use. */
export class Meter implements Asker {
  private requested = 0;
  private rows = 0;
  private sent = 0;

  constructor(private readonly context: Context) {}

  /** @throws TopLevel QUERY_TOO_EXPENSIVE or RATE_LIMITED */
  async start(least: number, ready?: Ready): Promise<void> {
    const { allowance, introspectionPoints = 0 } = this.context;
    const points = Math.max(least, ready?.statement.price ?? 0) + introspectionPoints;
    await allowance?.take(points);
    this.requested = points;
    this.rows = ready?.statement.rows ?? 0;
  }

  readonly query: Asker["query"] = async (...asked) => {
    const text = await this.context.house.reads.query(...asked);
    if (this.context.allowance) this.sent += objectsIn(text);
    return text;
  };

  /** The cost for the caller's own bookkeeping: a reader is charged for the share of the rows that there really were; what failed is charged whole. */
  told(isWhole = false): { extensions?: { cost: Cost } } {
    const { allowance } = this.context;
    if (!allowance || this.requested === 0) return {};
    const share = this.rows > 0 && !isWhole ? Math.min(1, this.sent / this.rows) : 1;
    const cost = allowance.settle(Math.max(1, Math.ceil(this.requested * share)));
    return allowance.isTold ? { extensions: { cost } } : {};
  }
}

/** How many objects a text of the database holds, give or take a text that ends in a brace. */
function objectsIn(text: string): number {
  let found = 0;
  for (let at = text.indexOf('{"'); at >= 0; at = text.indexOf('{"', at + 2)) found++;
  return found;
}
