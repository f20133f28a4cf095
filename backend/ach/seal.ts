import { createHmac, hkdfSync } from 'node:crypto';
import { keyRing, keysOf, type VaultKey } from '../vault/key-ring.ts';

/** Keeps what holds account numbers unreadable on the disk, and knows it again without reading it. */
export interface Seal {
  seal(text: string): Buffer;
  /** Throws where the seal is broken or another key's. */
  open(sealed: Uint8Array): string;
  /** A keyed hash: from it nobody without the key can try out numbers. */
  hash(text: string): string;
  /** How everything begins that the newest key has sealed. */
  readonly newestMark: Buffer;
}

/** AES-256-GCM under keys that are derived from secrets for this one use; hashes stay with the first. */
export function sealWith(secret: string, use: string, laterKeys: readonly VaultKey[] = []): Seal {
  const derive = (from: string, part: string) =>
    Buffer.from(hkdfSync('sha256', from, 'remit-desk', `${use}:${part}`, 32));
  const ring = keyRing(keysOf(secret, laterKeys), key => derive(key, 'seal'));
  const hashKey = derive(secret, 'hash');
  return {
    newestMark: ring.newestMark,
    seal: text => ring.seal(text),
    open: sealed => ring.open(sealed),
    hash: text => createHmac('sha256', hashKey).update(text, 'utf8').digest('base64url'),
  };
}
