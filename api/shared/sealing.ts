import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { SealedPlace } from "../../schema/people/personalFields.rules.js";
import { NONCE_BYTES, packSeal, placeOf, TAG_BYTES, unpackSeal } from "../../schema/shared/seal.rules.js";
import type { Key, KeyRing } from "./keys.js";

type Column = Pick<SealedPlace, "table" | "column">;
/** The keys of one field. */
interface Derived {
  seal: KeyObject;
  index: KeyObject;
}
const ALGORITHM = "aes-256-gcm";
const INDEX_BYTES = 16;

/** What a key seals to prove that it is the one in use. */
const PROBE = { table: "installation", column: "sealing_probes", text: "gonghui" };

/** A value as its columns hold it. */
export interface SealedValue {
  sealed: Buffer;
  /** Equal for equal values under one key, and says nothing without the key. */
  bidx: Buffer;
  mask: string;
  /** Id of the key of seal and index. */
  key: string;
}

/** Seals personal data and secrets before they go to the database and opens them after; no clear value and no key ever goes there. */
export class Sealing {
  private readonly derived = new WeakMap<Key, WeakMap<Column, Derived>>();

  constructor(readonly ring: KeyRing) {}

  /** @param nonce is drawn at random unless many are drawn at once; it must never come twice. */
  seal(place: SealedPlace, rowId: number, value: string, nonce: Buffer = randomBytes(NONCE_BYTES)): SealedValue {
    const key = this.ring.current();
    return {
      sealed: this.box(key, place, rowId, value, nonce),
      bidx: this.index(key, place, value),
      mask: place.mask(value),
      key: key.id,
    };
  }

  /** Seals what nobody searches for and nobody is shown a part of. The id of the key stands beside it, so that a rotation finds it. */
  sealSecret(place: Column, ownerId: number, secret: string): { sealed: Buffer; key: string } {
    const key = this.ring.current();
    return { sealed: this.box(key, place, ownerId, secret, randomBytes(NONCE_BYTES)), key: key.id };
  }

  /**
   * Equal for equal texts as long as the key is in use, and says nothing without the key. For what is written down once and never
   * looked for again: it is not made anew when the keys are rotated.
   */
  digest(place: Column, text: string): string {
    return this.indexOf(this.ring.current(), place, text).toString("hex");
  }

  /** @throws Error when the key is lost, or the value was changed or comes from another place */
  open(place: Column, rowId: number, sealed: Uint8Array): string {
    const { keyId, nonce, box, tag } = unpackSeal(sealed);
    const key = this.ring.find(keyId);
    if (!key) throw new Error(`the key ${keyId} is not in the key file`);
    const opener = createDecipheriv(ALGORITHM, this.keysFor(key, place).seal, nonce, {
      authTagLength: TAG_BYTES,
    });
    opener.setAAD(Buffer.from(placeOf(place.table, place.column, rowId))).setAuthTag(tag);
    return Buffer.concat([opener.update(box), opener.final()]).toString("utf8");
  }

  /** The blind indexes a value may have: one for each key in use, two while keys are rotated. */
  indexes(place: SealedPlace, value: string): Buffer[] {
    return this.ring.inUse().map((key) => this.index(key, place, value));
  }

  /** The known text sealed by a key, to be kept where its sealed values are. */
  probe(key: Key): Buffer {
    return this.box(key, PROBE, 1, PROBE.text, randomBytes(NONCE_BYTES));
  }

  /** Whether a probe was sealed by a key of this ring. */
  knows(probe: Uint8Array): boolean {
    try {
      return this.open(PROBE, 1, probe) === PROBE.text;
    } catch {
      return false;
    }
  }

  private box(key: Key, place: Column, rowId: number, value: string, nonce: Buffer): Buffer {
    const sealer = createCipheriv(ALGORITHM, this.keysFor(key, place).seal, nonce, {
      authTagLength: TAG_BYTES,
    });
    sealer.setAAD(Buffer.from(placeOf(place.table, place.column, rowId)));
    const box = Buffer.concat([sealer.update(value, "utf8"), sealer.final()]);
    return Buffer.from(packSeal({ keyId: key.id, nonce, box, tag: sealer.getAuthTag() }).buffer);
  }

  private index(key: Key, place: SealedPlace, value: string): Buffer {
    return this.indexOf(key, place, place.normalise(value.normalize("NFKC")));
  }

  private indexOf(key: Key, place: Column, value: string): Buffer {
    const text = `${place.table}.${place.column}|${value}`;
    return createHmac("sha256", this.keysFor(key, place).index).update(text).digest().subarray(0, INDEX_BYTES);
  }

  /** Every field has keys of its own, one to seal and one to index. */
  private keysFor(key: Key, place: Column): Derived {
    const ofKey = this.derived.get(key) ?? new WeakMap<Column, Derived>();
    this.derived.set(key, ofKey);
    let made = ofKey.get(place);
    if (!made) {
      const derive = (purpose: string) =>
        createSecretKey(
          Buffer.from(hkdfSync("sha256", key.secret, "", `gonghui ${purpose} ${place.table}.${place.column}`, 32)),
        );
      ofKey.set(place, (made = { seal: derive("seal"), index: derive("index") }));
    }
    return made;
  }
}

/** How PostgreSQL reads bytes written as text. */
export const asBytea = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;
