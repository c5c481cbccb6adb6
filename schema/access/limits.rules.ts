/** What one request, one document and one caller may ask for. Starting values; another set may be handed to the server. */
export interface Limits {
  /** Bytes of a request to /graphql. */
  bodyBytes: number;
  /** Bytes of an answer. */
  answerBytes: number;
  /** Words and marks of a document, as the parser counts them. */
  tokens: number;
  /** Levels of fields; below `__schema` and `__type` none is counted. */
  depth: number;
  aliases: number;
  rootFields: number;
  rootMutations: number;
  directives: number;
  /** Values of one list in an input. */
  inputList: number;
  /** Levels of lists and objects in one input. */
  inputDepth: number;
  /** Fields of one document that try a password. */
  signIns: number;
  /** Points one operation may cost: free text, and a document that was built with the console. */
  points: { free: number; trusted: number };
}

export const LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  answerBytes: 2_000_000,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  rootMutations: 5,
  directives: 50,
  inputList: 250,
  inputDepth: 12,
  signIns: 1,
  points: { free: 1_000, trusted: 5_000 },
};

/** Points given back to a caller in an hour, which is also the most it can save up. */
export const HOURLY_POINTS = { token: 5_000, account: 100_000 };

/** Mutations that try a password: more than one in a document would be a way around the count of attempts. */
export const SIGN_IN_FIELDS: readonly string[] = [
  "login",
  "changePassword",
  "enrolSecondFactor",
  "confirmSecondFactor",
];

/** Seconds until a bucket that holds `available` points of `hourly` can pay for `points`; whole, and at least one. */
export const secondsUntil = (points: number, available: number, hourly: number): number =>
  Math.max(1, Math.ceil(((points - available) * 3_600) / hourly));

/** What a bucket holds after `seconds` more: it fills evenly and never above an hour's worth. */
export const restored = (available: number, hourly: number, seconds: number): number =>
  Math.min(hourly, available + (hourly * Math.max(0, seconds)) / 3_600);
