const svg = (inner = "") => `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inner}</svg>`;

const INNER = [
  '<image href="/etc/hostname"/>',
  '<image xlink:href="/etc/passwd.png"/>',
  "<IMAGE HREF='file:///etc/passwd'/>",
  '<image href="image://chart.png"/>',
  '<image href="data:image/png;base64,AAAA"/>',
  "<image\n href = /etc/hostname />",
  '<svg:image href="x.png"/>',
  "<foreignObject><p>x</p></foreignObject>",
  "<script>1</script>",
  '<use href="other.svg#a"/>',
  '<use xlink:href="http://example.invalid/a.svg#a"/>',
  '<a href="http://example.invalid/">x</a>',
  '<rect fill="url(http://example.invalid/p)"/>',
  "<rect fill=\"url('other.svg#p')\"/>",
  '<rect style="filter: url( /var/f.svg#f )"/>',
  "<style>@import 'http://example.invalid/x.css';</style>",
  '<rect onload="x()"/>',
  "<feImage href='#a'/>",
  '<animate attributeName="href" to="/etc/passwd"/>',
  '<handler type="x"/>',
  '<use href="&#x2f;etc/passwd"/>',
];
const HEADS = ['<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<?xml-stylesheet href="#x"?>'];

/** Drawings that reach out. */
export const DRAWINGS = [...INNER.map((inner) => svg(inner)), ...HEADS.map((head) => head + svg())];

const ADDRESSES = Array.from(
  { length: 40 },
  (_, index) => `${["http", "https", "ftp", "file"][index % 4]}://example.invalid/${index}.png`,
);
const PATHS = [
  "/etc/hostname",
  "/etc/passwd",
  "../../etc/passwd",
  "C:\\x.png",
  "image://x",
  "~/.ssh/id",
  "/proc/self/environ",
  "package.json",
  "./package.json",
  "\\\\host\\x",
];
/** Addresses and paths that no paper may follow, a path after every few addresses. */
export const PLACES = ADDRESSES.flatMap((address, index) =>
  index % 4 === 0 ? [PATHS[index / 4] as string, address] : [address],
);

const MARKUP = [
  "<script>alert(1)</script>",
  "<image href='/etc/passwd'/>",
  '"/><image href="/etc/hostname"/>',
  "]]><x/>",
  "<!DOCTYPE x>",
  "&xxe;",
  "&lt;image href=/etc/passwd&gt;",
  "<?xml version='1.0'?>",
  "<tspan>",
  "<!--",
  `$${"{process.env.HOME}"}`,
  "{{constructor.constructor('return process')()}}",
  "%PDF-1.7",
  ") Tj ET BT (",
  "endstream endobj",
  "/JavaScript (x)",
  "/URI (http://example.invalid/)",
  "<< /S /Launch >>",
  "image://chart.png",
  "http://example.invalid/a.png",
  "file:///etc/passwd",
  "/etc/hostname",
  "../../../package.json",
  "data:image/png;base64,AAAA",
  "__proto__",
  "constructor",
  "toString",
  '=HYPERLINK("http://example.invalid")',
  "'; drop table person; --",
  "\\u0000",
  "%00%0a",
  "\r\nContent-Type: text/html",
];
const CHARACTERS = [
  "\u0000总工会",
  "总\u202e工会",
  "总\u2066工\u2069会",
  "\ufeff总工会",
  "\ud800总工会",
  "总工会\udfff",
  "\u{2fffe}总工会",
  "\u{1f600}总工会",
  "𠮷田总工会",
  "é".normalize("NFD"),
  "\u200b\u200d",
  "\t\n总工会",
  "\u2028总工会",
  "ﷺ总工会",
  "総工会".repeat(40),
];
/** Names that a union might be given by somebody who means harm. */
export const NAMES = [...MARKUP, ...CHARACTERS, ...MARKUP.slice(0, 13).map((text) => `塔山${text}总工会`)];
