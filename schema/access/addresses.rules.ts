/** An address or a network, as bits: 32 or 128 of them, so that the two families never match each other. */
function bitsOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) {
    const parts = plain.split(".").map(Number);
    return parts.every((part) => part < 256)
      ? parts.map((part) => part.toString(2).padStart(8, "0")).join("")
      : undefined;
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(plain) || plain.includes(":::")) return undefined;
  const [head = "", tail, more] = plain.split("::");
  if (more !== undefined) return undefined;
  const [front, back] = [head, tail ?? ""].map((side) => (side === "" ? [] : side.split(":")));
  const missing = 8 - (front as string[]).length - (back as string[]).length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [
    ...(front as string[]),
    ...Array<string>(tail === undefined ? 0 : missing).fill("0"),
    ...(back as string[]),
  ];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, "0")).join("");
}

/** The bits that all addresses of a network begin with; undefined for what is no address and no CIDR network. */
function networkBits(network: string): { bits: string; family: number } | undefined {
  const [address = "", length, more] = network.split("/");
  const bits = more === undefined ? bitsOf(address) : undefined;
  if (!bits || (length !== undefined && (!/^\d{1,3}$/.test(length) || Number(length) > bits.length))) return undefined;
  return { bits: bits.slice(0, length === undefined ? bits.length : Number(length)), family: bits.length };
}

/** Whether a text is an address or a network in CIDR form, such as 10.1.0.0/16 or 2001:db8::/48. */
export const isNetwork = (text: string): boolean => networkBits(text) !== undefined;

/** Whether an address lies in one of the networks. An empty list allows every address; an unreadable address lies in none. */
export function isAllowedFrom(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const bits = bitsOf(address);
  return networks.some((network) => {
    const found = networkBits(network);
    return bits !== undefined && found !== undefined && found.family === bits.length && bits.startsWith(found.bits);
  });
}

/** The neighbourhood of an address that attempts are counted by: a /24 of IPv4, a /64 of IPv6. */
export function neighbourhood(address: string): string {
  const bits = bitsOf(address);
  if (!bits) return "unknown";
  const kept = bits.slice(0, bits.length === 32 ? 24 : 64);
  return `${bits.length === 32 ? "4" : "6"}:${BigInt(`0b${kept}`).toString(16)}`;
}
