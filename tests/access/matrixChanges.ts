import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import type { House } from "../../api/context.js";
import type { Role } from "../../schema/access/permissions.rules.js";
import { PASSWORD } from "../shared/world.js";
import type { Answer, Ask } from "./matrixAnswers.js";
import {
  argumentElement,
  type Field,
  fieldElement,
  fieldsOf,
  type Link,
  linksOf,
  mutationsOf,
  namedType,
} from "./matrixElements.js";
import { type Input, inputOf } from "./matrixInputs.js";
import { idAt, type Place } from "./matrixPlaces.js";
import { shown, told } from "./matrixProbes.js";
import { newAccount, type Reader, signedIn } from "./matrixReaders.js";
import { note } from "./matrixReads.js";
import { type MatrixWorld } from "./matrixWorld.js";

class Undone extends Error {}

type Work = (inside: unknown) => Promise<unknown>;
/** A house in which every change is made and answered for, and then not kept. */
export function withoutTraces(house: House): House {
  const fork = () => {
    const em = house.orm.em.fork();
    const transactional = async (work: Work, options: object) => {
      let answer: unknown;
      try {
        await em.transactional(async (inside) => {
          answer = await work(inside);
          throw new Undone();
        }, options);
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
      }
      return answer;
    };
    return { transactional };
  };
  return { ...house, orm: { em: { fork } } } as unknown as House;
}

const payloadOf = (field: Field) => namedType(field) as GraphQLObjectType;
const refusals = " { code path }";

/** A token of one scope may do what it could not read afterwards, so it is told of refusals only. */
const hasOneScope = ({ viewer }: Reader) => viewer?.scopes?.length === 1;

function documentOf(field: Field, reader: Reader): string {
  const asked = fieldsOf(payloadOf(field)).filter(({ name }) => name === "userErrors" || !hasOneScope(reader));
  const parts = asked.map((part) => part.name + (part.name === "userErrors" ? refusals : shown(part)));
  const [argument] = field.args;
  const [before, given] = argument ? [`($input: ${argument.type})`, "(input: $input)"] : ["", ""];
  return `mutation${before} { it: ${field.name}${given} { ${parts.join(" ")} } }`;
}

type Payload = Record<string, unknown> & { userErrors: { code: string; path: string[] }[] };

/** r: done; x: what it points at is unknown; e: allowed, and refused by a rule of the trade. */
function letterOf({ data, errors }: Answer): string {
  const [error] = errors;
  if (error) return error.letter;
  const { userErrors } = (data as { it: Payload }).it;
  if (userErrors.length === 0) return "r";
  return userErrors.some(({ code }) => code === "REFERENCE_UNKNOWN") ? "x" : "e";
}

/** What each part of the payload says of the same attempt. */
function noteParts(found: Map<string, string>, field: Field, answer: Answer, reader: Reader): void {
  const payload = answer.data?.["it"] as Payload | null | undefined;
  for (const part of fieldsOf(payloadOf(field))) {
    if (hasOneScope(reader) && part.name !== "userErrors") continue;
    const letter = answer.errors[0]?.letter ?? (part.name === "userErrors" ? "r" : told(payload?.[part.name]));
    note(found, fieldElement(payloadOf(field).name, part.name), letter);
  }
}

function noteChange(found: Map<string, string>, field: Field, answer: Answer, reader: Reader): void {
  const letter = letterOf(answer);
  for (const element of [
    fieldElement("Mutation", field.name),
    ...field.args.map(({ name }) => argumentElement("Mutation", field.name, name)),
  ])
    note(found, element, letter);
  noteParts(found, field, answer, reader);
}

/** Every change of a record, and every link of one, by a reader, about rows of a place. */
export async function measureChanges(
  ask: Ask,
  schema: GraphQLSchema,
  reader: Reader,
  matrix: MatrixWorld,
  place: Place,
  isAsked: (element: string) => boolean,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const field of mutationsOf(schema))
    if (!(field.name in OWN) && isAsked(fieldElement("Mutation", field.name)))
      noteChange(
        found,
        field,
        await ask(reader, documentOf(field, reader), { input: await inputOf(matrix, field.name, place) }),
        reader,
      );
  for (const link of linksOf(schema))
    if (isAsked(link.element))
      note(
        found,
        link.element,
        letterOf(
          await ask(reader, documentOf(fieldNamed(schema, link), reader), { input: await linked(matrix, link, place) }),
        ),
      );
  if (!isAsked(fieldElement("UserError", "code"))) return found;
  const refused = await ask(reader, FAULTY, {
    input: { ...(await inputOf(matrix, "createTerm", place)), termEndOn: "1999-01-01" },
  });
  const [told_] = ((refused.data?.["it"] as Payload | null)?.userErrors ?? []) as Record<string, unknown>[];
  for (const { name } of fieldsOf(schema.getType("UserError") as GraphQLObjectType))
    note(found, fieldElement("UserError", name), refused.errors[0]?.letter ?? told(told_?.[name]));
  return found;
}

const FAULTY =
  "mutation($input: CreateTermInput!) { it: createTerm(input: $input) { userErrors { code path message clause quote } } }";

const fieldNamed = (schema: GraphQLSchema, { mutation }: Link) =>
  mutationsOf(schema).find(({ name }) => name === mutation) as Field;

/** A change inside that is good but for one link, which leads to a row of the place. */
async function linked(matrix: MatrixWorld, { mutation, name, record, isList }: Link, place: Place): Promise<Input> {
  const id = idAt(record, matrix.at[place][record][0]);
  return { ...(await inputOf(matrix, mutation, "inside")), [name]: isList ? [id] : id };
}

/** Changes of one's own sign-in; they are really made, each by an account that is used for nothing else. */
const OWN: Readonly<Record<string, (twin: { username: string; grant: number }) => Input | undefined>> = {
  login: ({ username }) => ({ username, password: PASSWORD }),
  logout: () => undefined,
  switchGrant: ({ grant }) => ({ grantId: `roleGrant-${grant}` }),
  revokeSession: () => ({ id: null }),
  enrolSecondFactor: () => ({ currentPassword: PASSWORD }),
  confirmSecondFactor: () => ({ code: "000000" }),
  changePassword: () => ({ currentPassword: PASSWORD, newPassword: "青藤书屋-Kx9-兰亭流觞" }),
};

/** What a reader may do about its own sign-in, which is the same wherever its rows lie. */
export async function measureOwn(
  ask: Ask,
  schema: GraphQLSchema,
  reader: Reader,
  { world }: MatrixWorld,
  isAsked: (element: string) => boolean,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const field of mutationsOf(schema)) {
    const inputFor = OWN[field.name];
    if (!inputFor || !isAsked(fieldElement("Mutation", field.name))) continue;
    const username = `twin-${reader.name}-${field.name}`.toLowerCase();
    const twin = await newAccount(world, (reader.viewer?.role ?? "OFFICIAL") as Role, username);
    if (reader.name === "step")
      await world.sql("update account set must_change_password = true, version = version + 1 where id = $1", [twin.id]);
    const asker = reader.account?.sessionId ? await signedIn(world, twin, reader.name) : reader;
    noteChange(
      found,
      field,
      await ask(asker, documentOf(field, asker), { input: inputFor({ username, ...twin }) }),
      reader,
    );
  }
  return found;
}
