import { Reference, wrap } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { RecordName } from "../../schema/records.js";
import { inputMarks } from "../../schema/shared/inputs.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import { type Refusal, refusal } from "../../schema/shared/refusal.rules.js";
import { type Class, markOf, type RecordMark } from "../../schema/shared/register.js";
import { Parameters } from "../reading/parameters.js";
import { numberOf, visible } from "../reading/predicates.js";
import type { Viewer } from "../reading/viewer.js";
import { Actor } from "./actor.js";
import { nameOf } from "./faults.js";
import { Refused } from "./refuse.js";
import { TopLevel } from "./topLevel.js";
import { ask } from "./transaction.js";

interface Kept {
  id: number;
  version?: number;
}
interface Named {
  id: string;
  version?: number;
}

/**
 * One change by one person in one transaction: what an action is handed. An action reads *load, may, rule, change*; whatever
 * it notes against the input is gathered, so that all is said at once, and nothing is written while anything is noted.
 */
export class Act {
  readonly actor: Actor;
  /** What the payload says beside the record, by field. */
  readonly told: Record<string, unknown> = {};
  private readonly refusals: Refusal[] = [];

  constructor(
    readonly em: SqlEntityManager,
    readonly viewer: Viewer,
  ) {
    this.actor = new Actor(viewer);
  }

  /** The calendar day in Shaoxing. */
  get today(): LocalDate {
    return this.viewer.today;
  }

  /** SQL on the connection of this change. */
  readonly ask = <Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []) =>
    ask<Row>(this.em, sql, values);

  /** Remembers what speaks against the input; no reason, no effect. */
  readonly note = (...reasons: (Refusal | undefined)[]): void => {
    for (const reason of reasons)
      if (
        reason &&
        !this.refusals.some((known) => known.code === reason.code && String(known.path) === String(reason.path))
      )
        this.refusals.push(reason);
  };

  /** Ends the change here if anything has been noted. @throws Refused */
  readonly settle = (): void => {
    if (this.refusals.length > 0) throw new Refused(this.refusals);
  };

  /** The record to be changed: visible to the actor, and of the version that was sent. Hidden and absent look alike. */
  readonly load = async <T extends object>(
    type: Class<T>,
    { id, version }: Named,
    populate: string[] = [],
  ): Promise<T> => {
    const found = await this.find(type, id, populate);
    if (!found) throw new TopLevel("NOT_FOUND", { zh: "找不到该记录。", en: "There is no such record." });
    const kept = found as unknown as Kept;
    if (version !== undefined && kept.version !== version)
      throw new Refused([refusal("CONFLICT", { version: kept.version }, [])]);
    return found;
  };

  /** A record that the input points at, if the actor sees it; else it is noted as unknown. */
  readonly refer = async <T extends object>(
    type: Class<T>,
    id: string | null | undefined,
    path: string | string[],
    label = "",
    populate: string[] = [],
  ): Promise<T | undefined> => {
    if (id === null || id === undefined) return undefined;
    const found = await this.find(type, id, populate);
    if (!found)
      this.note(
        refusal(
          "REFERENCE_UNKNOWN",
          { field: label ? nameOf(label) : undefined, value: id.slice(0, 60) },
          [path].flat(),
        ),
      );
    return found;
  };

  /** Sets what the input gives: absent fields stay, null clears, links are followed to records the actor sees. */
  readonly fill = async <T extends object>(record: T, input: object, except: string[] = []): Promise<T> => {
    const { properties } = this.em
      .getMetadata()
      .get((record as { constructor: { name: string } }).constructor.name as never);
    const target = record as Record<string, unknown>;
    for (const { name, kind, label, record: linked } of inputMarks(input.constructor as Class)) {
      const value = (input as Record<string, unknown>)[name];
      const key = kind === "link" ? name.replace(/Id$/, "") : name;
      const property = (properties as Record<string, { nullable?: boolean } | undefined>)[key];
      if (value === undefined || !property || name === "id" || except.includes(name)) continue;
      if (value === null && !property.nullable) this.note(refusal("REQUIRED", { field: nameOf(label) }, [name]));
      else if (kind !== "link" || value === null) target[key] = value;
      else {
        const found = await this.refer(markOf(linked as RecordName).class, String(value), name, label);
        if (found) target[key] = Reference.create(found as never);
      }
    }
    return record;
  };

  private async find<T extends object>(type: Class<T>, id: string, populate: string[]): Promise<T | undefined> {
    const mark = markOf(type);
    const number = numberOf(mark.name, id);
    if (number < 0 || !(await this.sees(mark, number))) return undefined;
    const found = ((await this.em.findOne(type as never, { id: number } as never)) as T | undefined) ?? undefined;
    for (const name of found ? populate : []) await this.follow(found?.[name as keyof T]);
    return found;
  }

  /** Whether the actor sees the row of that number. */
  readonly isSeen = (type: Class, number: number): Promise<boolean> => this.sees(markOf(type), number);

  /** Loads a linked record by itself: joined, a record whose link leads behind the wall would be lost with it. There it stays a shell, which lies in nobody's scope. */
  private async follow(link: unknown): Promise<void> {
    if (!Reference.isReference(link) || link.isInitialized()) return;
    const shell = link.unwrap() as { id: number; constructor: unknown };
    const seen = await this.em.findOne(shell.constructor as never, { id: shell.id } as never);
    if (!seen) wrap(shell, true).__initialized = true;
  }

  private async sees(mark: RecordMark, number: number): Promise<boolean> {
    const parameters = new Parameters();
    const conditions = [
      `r.id = ${parameters.add("id", "integer", () => number)}`,
      ...(mark.superseded ? ["r.known_to is null"] : []),
    ];
    const seen = visible(mark.name, "r", this.viewer, parameters);
    const { sql, values } = parameters.settle(
      `select 1 from ${mark.table} r where ${[...conditions, ...(seen ? [seen] : [])].join(" and ")}`,
    );
    return (await this.ask(sql, values({ slots: [], viewer: this.viewer }))).length > 0;
  }
}
