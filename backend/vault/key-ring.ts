import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** One of the vault's keys; `id` is its number, and that of the first is 1. */
export interface VaultKey {
  readonly id: string;
  readonly key: string;
}

/** What seals with the newest key, and opens what any of its keys has sealed. */
export interface KeyRing {
  /** `token` is bound into the seal: it does not open under another. */
  seal(what: string | Uint8Array, token?: string): Buffer;
  /** Throws where the seal is broken, of a key that is not here, or of another token. */
  open(sealed: Uint8Array, token?: string): string;
  /** The same for what was no text. */
  openBytes(sealed: Uint8Array, token?: string): Buffer;
  /** How everything begins that the newest key has sealed; empty while there is only the first key. */
  readonly newestMark: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What the first key sealed begins with a random nonce; what later ones sealed, with this and their number. */
const MARK = 'RDVK';

/** The number of the key that sealed something, by its first bytes. */
export function keyIdOf(sealed: Uint8Array): string {
  const start = Buffer.from(sealed.subarray(0, MARK.length + 8)).toString('latin1');
  return /^RDVK(\d{1,6}):/.exec(start)?.[1] ?? '1';
}

const markOf = (id: string) => Buffer.from(id === '1' ? '' : `${MARK}${id}:`);

function sealUnder(key: Buffer, what: string | Uint8Array, token: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(token));
  const plain = typeof what === 'string' ? Buffer.from(what, 'utf8') : what;
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

function openUnder(key: Buffer, sealed: Uint8Array, token: string): Buffer {
  const body = NONCE_BYTES + TAG_BYTES;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), options);
  decipher.setAAD(Buffer.from(token)).setAuthTag(sealed.subarray(NONCE_BYTES, body));
  return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
}

/** A ring of keys, oldest first, each derived for its own use by `derive` (RFC 5869). */
export function keyRing(
  keys: readonly [VaultKey, ...VaultKey[]],
  derive: (secret: string) => Buffer,
): KeyRing {
  const derived = new Map(keys.map(({ id, key }) => [id, derive(key)]));
  const newest = keys.at(-1) as VaultKey;
  const newestMark = markOf(newest.id);
  const keyOf = (id: string): Buffer => {
    const key = derived.get(id);
    if (key) return key;
    throw new Error(
      `Key ${id} of the vault is missing here; put vault-keys.json back as it was and start again.`,
    );
  };
  function openBytes(sealed: Uint8Array, token = ''): Buffer {
    const id = keyIdOf(sealed);
    return openUnder(keyOf(id), sealed.subarray(markOf(id).length), token);
  }
  return {
    newestMark,
    seal: (what, token = '') =>
      Buffer.concat([newestMark, sealUnder(keyOf(newest.id), what, token)]),
    open: (sealed, token) => openBytes(sealed, token).toString(),
    openBytes,
  };
}

/** The keys in the order of their age, the first of which every installation has. */
export function keysOf(
  first: string,
  later: readonly VaultKey[] = [],
): readonly [VaultKey, ...VaultKey[]] {
  return [{ id: '1', key: first }, ...later];
}
