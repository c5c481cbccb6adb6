/** A sealed value in its parts. */
export interface Seal {
  /** Eight hexadecimal digits that name the key. */
  keyId: string;
  nonce: Uint8Array;
  /** As long as the value in UTF-8. */
  box: Uint8Array;
  tag: Uint8Array;
}

/** AES-256-GCM; another algorithm gets another number. */
const FORMAT = 1;
const KEY = 4;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
const HEAD = 1 + KEY + NONCE_BYTES;

export const isKeyId = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f]{8}$/.test(text);

/** One byte of format, four of the key's id, the nonce, the box, the tag. */
export function packSeal({ keyId, nonce, box, tag }: Seal): Uint8Array {
  if (!isKeyId(keyId) || nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES)
    throw new RangeError("a seal has a key id of 8 hexadecimal digits, 12 bytes of nonce and 16 of tag");
  const packed = new Uint8Array(HEAD + box.length + TAG_BYTES);
  packed[0] = FORMAT;
  for (let place = 0; place < KEY; place += 1)
    packed[1 + place] = Number.parseInt(keyId.slice(place * 2, place * 2 + 2), 16);
  packed.set(nonce, 1 + KEY);
  packed.set(box, HEAD);
  packed.set(tag, HEAD + box.length);
  return packed;
}

/** @throws RangeError for what is no seal */
export function unpackSeal(packed: Uint8Array): Seal {
  if (packed.length < HEAD + TAG_BYTES || packed[0] !== FORMAT) throw new RangeError("this is no sealed value");
  const keyId = [...packed.subarray(1, 1 + KEY)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return {
    keyId,
    nonce: packed.subarray(1 + KEY, HEAD),
    box: packed.subarray(HEAD, packed.length - TAG_BYTES),
    tag: packed.subarray(packed.length - TAG_BYTES),
  };
}

/** Binds a sealed value to its place: moved to another row or column it does not open. */
export const placeOf = (table: string, column: string, rowId: number) => `${table}.${column}.${rowId}`;
