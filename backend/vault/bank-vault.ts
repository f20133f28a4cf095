import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What can be done with a bank account number by whoever has the backend's key of the vault. */
export interface BankVault {
  /** The number, readable only with the key and only under this token. */
  seal(token: string, accountNumber: string): Buffer;
  /** Throws when the key is another, or the number was sealed for another token or changed. */
  unseal(token: string, sealed: Buffer): string;
  /** The same for the same account, whatever the token; nothing can be made from it. */
  fingerprint(routingNumber: string, accountNumber: string): string;
}

/** Two keys out of one secret, so that neither tells anything of the other (RFC 5869). */
function derive(vaultKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, '', `remit-desk ${purpose}`, 32));
}

export function bankVault(vaultKey: string): BankVault {
  const sealingKey = derive(vaultKey, 'bank account numbers');
  const fingerprintKey = derive(vaultKey, 'bank account fingerprints');
  return {
    seal(token, accountNumber) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealingKey, nonce).setAAD(Buffer.from(token));
      const sealed = Buffer.concat([cipher.update(accountNumber, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    unseal(token, sealed) {
      const bodyAt = NONCE_BYTES + TAG_BYTES;
      const decipher = createDecipheriv(CIPHER, sealingKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(token)).setAuthTag(sealed.subarray(NONCE_BYTES, bodyAt));
      return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString();
    },
    fingerprint: (routingNumber, accountNumber) =>
      createHmac('sha256', fingerprintKey)
        .update(`${routingNumber} ${accountNumber}`)
        .digest('base64url'),
  };
}
