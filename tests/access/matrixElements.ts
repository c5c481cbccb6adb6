import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { RecordName } from "../../schema/records.js";

export type Field = GraphQLField<unknown, unknown>;

/** Every object type that the contract declares itself. */
export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );

export const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
export const mutationsOf = (schema: GraphQLSchema): Field[] => fieldsOf(schema.getMutationType() as GraphQLObjectType);
export const namedType = (field: Field) => getNamedType(field.type);

export const fieldElement = (type: string, field: string) => `${type}.${field}`;
export const argumentElement = (type: string, field: string, argument: string) => `${type}.${field}(${argument}:)`;

/** A link of an input, by which a change points at a record beside the one it is about. */
export interface Link {
  element: string;
  mutation: string;
  name: string;
  record: RecordName;
  isList: boolean;
}

/** What the links of inputs lead to, by their name without `Id`. Any other name must be entered here before it can be tried. */
const LINKED: Readonly<Record<string, RecordName>> = {
  tradeUnion: "TradeUnion",
  superior: "TradeUnion",
  federation: "TradeUnion",
  keeper: "TradeUnion",
  organiser: "TradeUnion",
  recommendedBy: "TradeUnion",
  collective: "TradeUnion",
  employer: "Employer",
  person: "Person",
  course: "Course",
  account: "Account",
  division: "Division",
  territory: "Division",
  awardRound: "AwardRound",
  scheme: "Scheme",
};

/** Every link of every input; a grant that one chooses for oneself is no record of the trade. */
export function linksOf(schema: GraphQLSchema): Link[] {
  return mutationsOf(schema).flatMap(({ name: mutation, args }) =>
    args.flatMap(({ type }) =>
      Object.values((getNamedType(type) as GraphQLInputObjectType).getFields()).flatMap((field): Link[] => {
        if (getNamedType(field.type).name !== "ID" || field.name === "id" || field.name === "grantId") return [];
        const record = LINKED[field.name.replace(/Ids?$/, "")];
        if (!record) throw new Error(`${mutation}: nobody has said what ${field.name} leads to`);
        const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
        return [{ element: `Mutation.${mutation}(input.${field.name}:)`, mutation, name: field.name, record, isList }];
      }),
    ),
  );
}

/** Everything that may be asked for or sent to: each field of each object type, its arguments, and each link of an input. */
export function elementsOf(schema: GraphQLSchema): string[] {
  const fields = objectTypes(schema).flatMap((type) =>
    fieldsOf(type).flatMap((field) => [
      fieldElement(type.name, field.name),
      ...field.args.map((argument) => argumentElement(type.name, field.name, argument.name)),
    ]),
  );
  return [...fields, ...linksOf(schema).map(({ element }) => element)];
}
