import { useResourceDefinitions } from "react-admin";

/** Resources that have a page of their own. */
export function useRooms(): Set<string> {
  const definitions = useResourceDefinitions();
  return new Set(
    Object.values(definitions)
      .filter(({ hasShow }) => hasShow)
      .map(({ name }) => name),
  );
}
