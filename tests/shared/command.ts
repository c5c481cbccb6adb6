import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { DatabaseAddress } from "../../api/shared/databaseAddress.js";
import { dataFolderIn } from "./testSealing.js";

const COMMAND = fileURLToPath(new URL("../../api/gonghui.js", import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `gonghui` as its user would, on a test database, with a data folder of its own below `folder`. */
export function commandOn(address: DatabaseAddress, folder: string): (...words: string[]) => Promise<Ended> {
  const { host, port, user, password, database } = address;
  const place = host.startsWith("/")
    ? `localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${host}:${port}/${database}`;
  const DATABASE_URL = `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${place}`;
  const env = { PATH: process.env.PATH, DATABASE_URL, GONGHUI_DATA: dataFolderIn(folder) };
  return async (...words) => {
    const child = spawn(process.execPath, [COMMAND, ...words], { env });
    const told = { out: "", err: "" };
    child.stdout.on("data", (text) => {
      told.out += text;
    });
    child.stderr.on("data", (text) => {
      told.err += text;
    });
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, ...told };
  };
}
