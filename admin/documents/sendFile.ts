import { AskError, type UserError } from "../shared/ask.js";

/** What the server answers to a file. */
export interface FileAnswer {
  attachment: { id: string } | null;
  userErrors: UserError[];
}

/** Address at which an attachment is fetched. */
export const attachmentAt = (id: string) => `/attachments/${encodeURIComponent(id)}`;

/** Sends one file for a record. @throws AskError for what the sender cannot put right in the file */
export async function sendFile(file: File, about: string, language: string, unreachable: string): Promise<FileAnswer> {
  const response = await fetch("/uploads", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/octet-stream",
      "accept-language": language === "en" ? "en" : "zh-CN",
      "x-about": about,
      "x-file-name": encodeURIComponent(file.name),
    },
    body: file,
  }).catch(() => {
    throw new AskError(unreachable, "UNAVAILABLE", 0, undefined);
  });
  const body = await response.json().catch(() => undefined);
  const error = body?.errors?.[0];
  if (error || !body) {
    const { code = "UNAVAILABLE", requestId } = error?.extensions ?? {};
    throw new AskError(error?.message ?? unreachable, code, response.status, requestId);
  }
  return body as FileAnswer;
}
