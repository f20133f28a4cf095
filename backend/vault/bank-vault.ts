import { createHmac, hkdfSync } from 'node:crypto';
import { keyRing, keysOf, type VaultKey } from './key-ring.ts';

/** What can be done with a bank account number by whoever has the backend's keys of the vault. */
export interface BankVault {
  /** The number, readable only with the key and only under this token. */
  seal(token: string, accountNumber: string): Buffer;
  /** Throws when the key is another, or the number was sealed for another token or changed. */
  unseal(token: string, sealed: Uint8Array): string;
  /** The same for the same account, whatever the token; nothing can be made from it. */
  fingerprint(routingNumber: string, accountNumber: string): string;
  /** How everything begins that the newest key has sealed. */
  readonly newestMark: Buffer;
}

/** Two keys out of one secret, so that neither tells anything of the other (RFC 5869). */
function derive(vaultKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, '', `remit-desk ${purpose}`, 32));
}

/**
 * The vault of bank accounts: the newest key seals, each opens what it has sealed. Fingerprints stay with the
 * first key for good, because the numbers of accounts that were sent back are not known any more.
 */
export function bankVault(vaultKey: string, laterKeys: readonly VaultKey[] = []): BankVault {
  const ring = keyRing(keysOf(vaultKey, laterKeys), key => derive(key, 'bank account numbers'));
  const fingerprintKey = derive(vaultKey, 'bank account fingerprints');
  return {
    newestMark: ring.newestMark,
    seal: (token, accountNumber) => ring.seal(accountNumber, token),
    unseal: (token, sealed) => ring.open(sealed, token),
    fingerprint: (routingNumber, accountNumber) =>
      createHmac('sha256', fingerprintKey)
        .update(`${routingNumber} ${accountNumber}`)
        .digest('base64url'),
  };
}
