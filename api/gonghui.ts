import "reflect-metadata";
import { parseArgs } from "node:util";
import { requireNode } from "./nodeVersion.js";

requireNode();

/** A command was called in a way it cannot be: exit code 2, with how it is called. */
class WrongUsage extends Error {}

const USAGE = `用法 · Usage: npm run --silent gonghui -- COMMAND
  report --year 2025 --union 330602001 --out DIR      打印一份年度考核报告 · print one annual report
  report --year 2025 --under 330602 --out DIR         成批打印，一份失败不影响其余 · print all below a union
  verify FILE.pdf                                     查验文件是否由本系统签发 · is this file genuine
  audit verify [--head ID:HASH]                       查验审计记录是否被改动，可与纸面链首核对 · is the audit log intact
  account create USERNAME --name NAME --role ROLE [--union CODE]
  account disable USERNAME                            停用账号 · disable an account
  account password USERNAME                           重置密码 · set a new password
  account link USERNAME --subject SUB [--until 2026-12-31]
                                                      与统一身份认证的身份关联 · link to a person of the OpenID provider
  account unlink USERNAME                             解除关联 · end the links
  account factor USERNAME                             解除两步验证 · remove a lost second factor
  token create NAME --account USERNAME [--days N] [--scope unions:read,officers:read] [--union CODE] [--address 10.1.0.0/16]
                                                      令牌在该账号授权之内行事，只能更窄 · acts within the account's grant
  token list
  token revoke PREFIX
  keys rotate                                         更换个人信息的加密密钥，可中断后续做 · seal personal data under a new key; goes on where it stopped
  schema                                              打印接口定义 · print the GraphQL schema`;

const { values, positionals } = read();
try {
  process.exitCode = await command(positionals);
} catch (error) {
  if (error instanceof WrongUsage) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function read() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        year: text,
        union: text,
        under: text,
        out: text,
        name: text,
        role: text,
        account: text,
        days: text,
        head: text,
        scope: text,
        address: text,
        subject: text,
        until: text,
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function required(name: "year" | "out" | "name" | "role" | "account" | "subject"): string {
  const value = values[name];
  if (!value) throw new WrongUsage(`缺少 --${name}。--${name} is missing.`);
  return value;
}

/** Names in a list with commas between them. */
function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

function word(at: number, what: string): string {
  const value = positionals[at];
  if (!value) throw new WrongUsage(`缺少${what}。${what} is missing.`);
  return value;
}

async function command([first, second]: string[]): Promise<number> {
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (first === "schema") {
    const { buildContract, printContract } = await import("./schema.js");
    process.stdout.write(printContract(buildContract()));
    return 0;
  }
  if (first === "report") {
    const { printReports } = await import("./reportCommand.js");
    const year = Number(required("year"));
    if (!Number.isInteger(year) || year < 1949 || year > 2200)
      throw new WrongUsage("--year 须为四位年份。--year must be a year.");
    if (Boolean(values.union) === Boolean(values.under))
      throw new WrongUsage("请用 --union 或 --under 其中之一。Use either --union or --under.");
    return printReports({
      year,
      out: required("out"),
      ...(values.union ? { union: values.union } : { under: values.under as string }),
    });
  }
  if (first === "verify") {
    const { verifyFile } = await import("./reportCommand.js");
    return verifyFile(word(1, "文件 FILE"));
  }
  if (first === "audit" && second === "verify") {
    const { headOf, verifyAuditCommand } = await import("./auditCommand.js");
    const head = values.head === undefined ? undefined : headOf(values.head);
    if (values.head !== undefined && !head)
      throw new WrongUsage(
        "--head 的格式为“号:散列”，散列至少 16 位十六进制。--head is ID:HASH with at least 16 hex digits.",
      );
    return verifyAuditCommand(head);
  }
  if (first === "keys" && second === "rotate") {
    const { rotateKeysCommand } = await import("./keysCommand.js");
    return rotateKeysCommand();
  }
  const access = await import("./accessCommand.js");
  if (first === "account" && second === "create")
    return access.createAccountCommand({
      username: word(2, "用户名 USERNAME"),
      name: required("name"),
      role: required("role"),
      union: values.union,
    });
  if (first === "account" && second === "disable") return access.disableAccountCommand(word(2, "用户名 USERNAME"));
  if (first === "account" && second === "password") return access.passwordCommand(word(2, "用户名 USERNAME"));
  if (first === "account" && second === "link") {
    if (values.until !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.until))
      throw new WrongUsage("--until 的格式为 2026-12-31。--until is a day.");
    return access.linkAccountCommand(word(2, "用户名 USERNAME"), required("subject"), values.until);
  }
  if (first === "account" && second === "unlink") return access.unlinkAccountCommand(word(2, "用户名 USERNAME"));
  if (first === "account" && second === "factor") return access.removeFactorCommand(word(2, "用户名 USERNAME"));
  if (first === "token" && second === "create")
    return access.createTokenCommand({
      name: word(2, "名称 NAME"),
      account: required("account"),
      days: values.days,
      union: values.union,
      scopes: listOf(values.scope),
      addresses: listOf(values.address),
    });
  if (first === "token" && second === "list") return access.listTokensCommand();
  if (first === "token" && second === "revoke") return access.revokeTokenCommand(word(2, "前缀 PREFIX"));
  throw new WrongUsage(
    first
      ? `没有这个命令：${[first, second].filter(Boolean).join(" ")}。No such command.`
      : "请给出命令。Give a command.",
  );
}
