import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { type InputMark, inputMarks, inputRules } from "../../schema/shared/inputs.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import { type Refusal, refusal } from "../../schema/shared/refusal.rules.js";
import type { Class } from "../../schema/shared/register.js";

/** The two names of a field, out of its bilingual label. */
export function nameOf(label: string): Bilingual {
  const end = label.search(/[。]/);
  const zh = (end < 0 ? label : label.slice(0, end)).replace(/[，,；（].*$/, "");
  const en = (end < 0 ? label : label.slice(end + 1)).replace(/[.;,(].*$/, "").trim();
  return { zh, en: en || zh };
}

// Control characters, and characters that turn the direction of the text around them.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Trims the texts of an input in place and names all that is wrong with it at once. An empty text counts as none. */
export function faultsOf(input: object, type: Class): Refusal[] {
  const values = input as Record<string, unknown>;
  return inputMarks(type).flatMap((mark) => {
    const value = values[mark.name];
    if (typeof value === "string" && mark.kind === "text") values[mark.name] = value.normalize("NFC").trim() || null;
    const fault = faultOf(mark, values[mark.name]);
    return fault ? [fault] : [];
  });
}

/** What the rules of an input hold against it, once for each field; a field whose form is wrong already is left out. */
export function brokenRules(input: object, type: Class, today: LocalDate, faults: readonly Refusal[] = []): Refusal[] {
  const fieldOf = ({ path }: Refusal) => String(path);
  const told = new Set(faults.map(fieldOf));
  return inputRules(type)
    .flatMap((rule) => rule(input as never, today))
    .filter((found): found is Refusal => {
      if (!found || told.has(fieldOf(found))) return false;
      told.add(fieldOf(found));
      return true;
    });
}

/** Refusals in the order of the fields of an input; what concerns no field of it comes last. */
export function inFieldOrder(refusals: readonly Refusal[], type: Class): Refusal[] {
  const order = inputMarks(type).map(({ name }) => name);
  const placeOf = ({ path = [] }: Refusal) => {
    const place = order.indexOf(String(path[0]));
    return place < 0 ? order.length : place;
  };
  return [...refusals].sort((one, other) => placeOf(one) - placeOf(other));
}

function faultOf(mark: InputMark, value: unknown): Refusal | undefined {
  const field = nameOf(mark.label);
  if (value === undefined || value === null)
    return mark.required ? refusal("REQUIRED", { field }, [mark.name]) : undefined;
  const { least, most } = mark;
  const size = Array.isArray(value)
    ? value.length
    : typeof value === "string" && mark.kind === "text"
      ? value.length
      : value;
  if (typeof size === "number" && ((least !== undefined && size < least) || (most !== undefined && size > most)))
    return refusal("OUT_OF_RANGE", { field, least: mark.kind === "integer" ? least : undefined, most }, [mark.name]);
  if (mark.kind === "fen" && String(value).startsWith("-"))
    return refusal("OUT_OF_RANGE", { field, least: 0 }, [mark.name]);
  if (typeof value === "string" && UNPRINTABLE.test(value))
    return refusal(
      "INVALID_FORMAT",
      { field, expected: { zh: "不含控制字符的文字", en: "text without control characters" } },
      [mark.name],
    );
  return undefined;
}
