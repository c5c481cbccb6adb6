import { useQuery } from "@tanstack/react-query";

/** What the server tells the console about itself before anyone signs in. */
export interface Setting {
  demonstration: boolean;
  publicUrl: string;
  /** Whether documents are to be named by their hash, as texts are refused. */
  trustedDocuments: boolean;
  /** Whether one may sign in by an identity provider as well. */
  oidc?: boolean;
  /** Absent where the server does not tell it. */
  version?: string;
}

export const readSetting = async (): Promise<Setting> => (await (await fetch("/config.json")).json()) as Setting;

/** The server's own `/config.json`; undefined until it has answered. */
export function useSetting(): Setting | undefined {
  const { data } = useQuery({
    queryKey: ["config.json"],
    queryFn: readSetting,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return data;
}
