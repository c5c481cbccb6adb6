import { useQuery } from "@tanstack/react-query";

/** What the server tells the console about itself before anyone signs in. */
export interface Setting {
  demonstration: boolean;
  publicUrl: string;
  /** Absent where the server does not tell it. */
  version?: string;
}

/** The server's own `/config.json`; undefined until it has answered. */
export function useSetting(): Setting | undefined {
  const { data } = useQuery({
    queryKey: ["config.json"],
    queryFn: async () => (await (await fetch("/config.json")).json()) as Setting,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return data;
}
