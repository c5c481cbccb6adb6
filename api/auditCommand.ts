import { type ChainHead, headText, readHead } from "../schema/audit/auditChain.rules.js";
import type { ChainFault, FaultKind } from "./audit/chainWalk.js";
import { issuedHeads, verifyChain } from "./audit/verify.js";
import { Witness } from "./audit/witness.js";
import { openHouse } from "./house.js";
import { readSettings } from "./settings.js";

const WORDS: Record<FaultKind, (id: number, goodUntil?: number) => string> = {
  MISSING: (id) => `第 ${id} 条缺失，已被删除。Entry ${id} is missing: it was deleted.`,
  INSERTED: (id) => `第 ${id} 条为后插入。Entry ${id} was inserted.`,
  ALGORITHM: (id) => `第 ${id} 条的算法号被改动。The algorithm of entry ${id} was changed.`,
  UNLINKED: (id) => `第 ${id} 条与前一条不相连。Entry ${id} is not linked to the one before it.`,
  ALTERED: (id) => `第 ${id} 条被改动，内容与散列不符。Entry ${id} was altered: it does not fit its hash.`,
  NOTED_OTHERWISE: (id, goodUntil = 0) =>
    `第 ${id} 条与另行记下的链首不符：第 ${goodUntil + 1} 条至第 ${id} 条之间曾被改写并重新成链。Entry ${id} is not the head that was noted: entries ${goodUntil + 1} to ${id} were rewritten and chained anew.`,
};

/** The first bad entry in words. */
export const faultText = ({ id, kind, goodUntil }: ChainFault): string => WORDS[kind](id, goodUntil);

/** The head that was typed from a paper; undefined when it is no head. */
export const headOf = (text: string): ChainHead | undefined => readHead(text);

/** Verifies the audit log against itself, the heads on issued documents, those noted beside the database, and one from a paper. */
export async function verifyAuditCommand(head: ChainHead | undefined): Promise<number> {
  const settings = { ...readSettings(process.env), logLevel: "error" as const };
  const house = await openHouse(settings, "command");
  try {
    const witness = await Witness.of(house.reads.pool, settings.dataFolder);
    const client = await house.reads.pool.connect();
    const begun = performance.now();
    const noted = [...witness.heads(), ...(await issuedHeads(client)), ...(head ? [head] : [])];
    const found = await verifyChain(client, noted).finally(() => client.release());
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    if (found.fault) {
      console.error(`审计记录不完整。The audit log is not intact.\n${faultText(found.fault)}`);
      return 1;
    }
    witness.note(found.head);
    console.log(
      `审计记录完整：${found.head.id} 条，与 ${found.noted} 个另行记下的链首相符，用时 ${seconds} 秒。\nThe audit log is intact: ${found.head.id} entries, ${found.noted} heads noted elsewhere agree, ${seconds} s.\n链首 · head: ${found.head.id}:${found.head.hash}\n纸面 · on paper: ${headText(found.head)}`,
    );
    return 0;
  } finally {
    await house.close();
  }
}
