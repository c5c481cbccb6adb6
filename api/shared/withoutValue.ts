import { GraphQLError } from "graphql";

const reasonOnly = (why: string) =>
  why
    .replace(/(cannot represent [^:]*):.*$/s, "$1.")
    .replace(/^Value ".*" does not exist in/s, "The value does not exist in");

/** What graphql-js says of a variable or an argument that does not fit: its name, the place in it and why, never what was sent. */
export function withoutValue({ message, originalError }: GraphQLError): string {
  const variable = /^Variable "\$\w+" got invalid value(?= )/.exec(message)?.[0];
  if (!variable) return reasonOnly(message).replace(/ has invalid value .*$/s, " has invalid value.");
  const why = originalError instanceof GraphQLError ? originalError.message : "";
  if (!why || !message.endsWith(`; ${why}`)) return `${variable}; `;
  const at = / at "[^"]{1,200}"$/.exec(message.slice(0, -why.length - 2))?.[0] ?? "";
  return `${variable}${at}; ${reasonOnly(why)}`;
}
