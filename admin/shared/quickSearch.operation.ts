/** What is typed, looked for among unions, people and employers of the viewer's scope at once. */
export const QUICK_SEARCH = `query quickSearch($text: String!, $asOf: Date) {
  unions: tradeUnions(filter: { search: $text }, first: 8, asOf: $asOf) { nodes { id name code } }
  persons(filter: { search: $text }, first: 6, asOf: $asOf) { nodes { id name keeper { id name } } }
  employers(filter: { search: $text }, first: 6, asOf: $asOf) { nodes { id name keeper { id name } } }
}`;

interface Match {
  id: string;
  name: string;
  code?: string;
  keeper?: { name: string } | null;
}

export interface QuickAnswer {
  unions: { nodes: Match[] };
  persons: { nodes: Match[] };
  employers: { nodes: Match[] };
}

/** One line of what was found: a record or a page of the menu. */
export interface Hit {
  group: "tradeUnions" | "persons" | "employers" | "screens";
  to: string;
  name: string;
  beside: string;
}

/** The answer as lines in the order of their groups, each with the address of its page. */
export function hitsOf({ unions, persons, employers }: QuickAnswer): Hit[] {
  const lines = (group: Hit["group"], matches: Match[]) =>
    matches.map(({ id, name, code, keeper }) => ({
      group,
      to: `/${group}/${encodeURIComponent(id)}/show`,
      name,
      beside: code ?? keeper?.name ?? "",
    }));
  return [
    ...lines("tradeUnions", unions.nodes),
    ...lines("persons", persons.nodes),
    ...lines("employers", employers.nodes),
  ];
}
