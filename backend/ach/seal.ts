import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what holds account numbers unreadable on the disk, and knows it again without reading it. */
export interface Seal {
  seal(text: string): Buffer;
  /** Throws where the seal is broken or another key's. */
  open(sealed: Uint8Array): string;
  /** A keyed hash: from it nobody without the key can try out numbers. */
  hash(text: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key that is derived from a secret for this one use. */
export function sealWith(secret: string, use: string): Seal {
  const derive = (part: string) =>
    Buffer.from(hkdfSync('sha256', secret, 'remit-desk', `${use}:${part}`, 32));
  const key = derive('seal');
  const hashKey = derive('hash');
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const start = NONCE_BYTES + TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, start));
      return decipher.update(bytes.subarray(start), undefined, 'utf8') + decipher.final('utf8');
    },
    hash: text => createHmac('sha256', hashKey).update(text, 'utf8').digest('base64url'),
  };
}
