import { type Spread, spread } from "./figures.js";
import type { Slice } from "./measure.js";

/** Whether the servers agreed on a question, and the size of their answer. */
export interface Agreement {
  question: string;
  about: string;
  isSame: boolean;
  digests: string[];
  kilobytes: number;
  differs?: string;
}

/** Figures of one server under one question; ratios are taken inside each round, then their median and range. */
export interface Summary {
  question: string;
  server: string;
  perSecond: Spread;
  serverMicroseconds: Spread;
  databaseMicroseconds: Spread;
  p50: Spread;
  p99: Spread;
  errors: number;
  /** requests per second against the others */
  against: Record<string, Spread>;
  /** processor time of the server, and of server and database together, against the others */
  serverAgainst: Record<string, Spread>;
  allAgainst: Record<string, Spread>;
}

export function summaries(slices: readonly Slice[]): Summary[] {
  const questions = [...new Set(slices.map(({ question }) => question))];
  const servers = [...new Set(slices.map(({ server }) => server))];
  return questions.flatMap((question) =>
    servers.map((server) =>
      summary(
        question,
        server,
        servers,
        slices.filter((slice) => slice.question === question),
      ),
    ),
  );
}

function summary(question: string, server: string, servers: readonly string[], slices: readonly Slice[]): Summary {
  const mine = slices.filter((slice) => slice.server === server);
  const against = (value: (slice: Slice) => number) =>
    Object.fromEntries(
      servers
        .filter((other) => other !== server)
        .map((other) => [
          other,
          spread(
            mine.map(
              (slice) =>
                value(slice) /
                value(slices.find((each) => each.server === other && each.round === slice.round) as Slice),
            ),
          ),
        ]),
    );
  const of = (value: (slice: Slice) => number) => spread(mine.map(value));
  return {
    question,
    server,
    perSecond: of((slice) => slice.perSecond),
    serverMicroseconds: of((slice) => slice.serverMicroseconds),
    databaseMicroseconds: of((slice) => slice.databaseMicroseconds),
    p50: of((slice) => slice.p50),
    p99: of((slice) => slice.p99),
    errors: mine.reduce((sum, { errors }) => sum + errors, 0),
    against: against((slice) => slice.perSecond),
    serverAgainst: against((slice) => slice.serverMicroseconds),
    allAgainst: against((slice) => slice.serverMicroseconds + slice.databaseMicroseconds),
  };
}

const round = (value: number) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toString();
const ranged = ({ median, least, most }: Spread) => `${round(median)} (${round(least)}–${round(most)})`;
const COLUMNS = [14, 10, 22, 22, 12, 12, 10, 10, 7];
const row = (cells: string[]) => cells.map((cell, index) => cell.padEnd(COLUMNS[index] ?? 8)).join("");

/** One question as lines of a table: our rate against each peer side by side. */
export function questionLines({ question, about, kilobytes }: Agreement, slices: readonly Slice[]): string[] {
  const found = summaries(slices).filter((each) => each.question === question);
  const ours = found.find(({ server }) => server === "gonghui");
  return [
    "",
    `${question} ${about} · ${kilobytes} kB`,
    row(["server", "req/s", "× PostGraphile", "× raw", "µs server", "µs database", "p50 ms", "p99 ms", "errors"]),
    ...found.map((each) =>
      row([
        each.server,
        round(each.perSecond.median),
        each.against["postgraphile"] ? ranged(each.against["postgraphile"]) : "1",
        each.against["raw"] ? ranged(each.against["raw"]) : "1",
        round(each.serverMicroseconds.median),
        round(each.databaseMicroseconds.median),
        round(each.p50.median),
        round(each.p99.median),
        String(each.errors),
      ]),
    ),
    ...(ours?.serverAgainst["postgraphile"] && ours.allAgainst["postgraphile"]
      ? [
          `gonghui's processor time against PostGraphile's: server ${ranged(ours.serverAgainst["postgraphile"])}, with the database ${ranged(ours.allAgainst["postgraphile"])}`,
        ]
      : []),
  ];
}
