import { useGetIdentity } from "react-admin";
import type { Viewer } from "./session.js";

/** Who is signed in; undefined until the server has said so. */
export function useViewer(): Viewer | undefined {
  const { identity } = useGetIdentity();
  return (identity as { viewer?: Viewer } | undefined)?.viewer;
}
