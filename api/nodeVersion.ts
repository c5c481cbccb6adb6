/** Stops with what to do when the running Node is too old: the pinned one comes with `npm ci`, unless optional packages were left out. */
export function requireNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) return;
  console.error(
    `需要 Node 22.17 或更高版本，当前为 ${version}。请运行 npm ci（不要加 --omit=optional），或自行安装 Node 24。\nNode 22.17 or later is needed, this is ${version}. Run npm ci without --omit=optional, or install Node 24.`,
  );
  process.exit(1);
}
