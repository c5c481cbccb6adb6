// `npm install` silently drops a platform's binary from the lockfile when the registry it asks does not carry that one, and `npm ci`
// then refuses the lockfile everywhere. This names them again, in the version that the package they belong to asks for; they carry
// no integrity, as their bytes were not seen, and are only ever fetched on the platform they are for.
import { readFileSync, writeFileSync } from "node:fs";

const OS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const CPU = ["arm64", "arm", "x64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];

/** Paths at which a package asked for by the one at `from` may lie, nearest first. */
export function placesOf(from, name) {
  const places = [];
  for (let path = from; path; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))))
    places.push(`${path}/node_modules/${name}`);
  return [...places, `node_modules/${name}`];
}

/** Optional packages that a locked package asks for and the lockfile does not hold. */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesOf(from, name).some((place) => place in packages))
      .map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ""), dev })),
  );
}

function entryOf({ name, version, dev }) {
  const words = name.split("/").at(-1).split(/[-.]/);
  const is = (known) =>
    known.filter((word) => words.includes(word) || (word === "arm" && words.some((each) => /^arm(v\d)?$/.test(each))));
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.some((word) => word.startsWith("gnu"))
      ? ["glibc"]
      : [];
  const fields = { cpu: is(CPU), dev, libc: words.includes("linux") ? libc : [], optional: true, os: is(OS) };
  return {
    version,
    ...Object.fromEntries(
      Object.entries(fields).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)),
    ),
  };
}

if (process.argv[1]?.endsWith("completeLock.mjs")) {
  const file = process.argv[2] ?? "package-lock.json";
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingOptional(lock.packages);
  for (const each of missing) lock.packages[`node_modules/${each.name}`] = entryOf(each);
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} optional packages named again`);
}
