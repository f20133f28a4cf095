import { hkdfSync } from 'node:crypto';
import { keyRing, keysOf, type VaultKey } from './key-ring.ts';

/** Keeps documents unreadable on the disk, piece by piece. */
export interface DocumentVault {
  /** Readable only with the key, and only as this piece of this document of this application. */
  seal(pieceKey: string, piece: Uint8Array): Buffer;
  /** Throws when the key is another, or the piece belongs elsewhere or was changed. */
  open(pieceKey: string, sealed: Uint8Array): Buffer;
  /** How everything begins that the newest key has sealed. */
  readonly newestMark: Buffer;
}

/** What a piece is called: its seal is bound to it, so that none can be moved to another place. */
export const pieceKey = (applicationId: string, documentId: string, number: number): string =>
  `${applicationId}/${documentId}/${number}`;

/** The vault of documents: a key of its own for this use, derived from each key of the vault (RFC 5869). */
export function documentVault(
  vaultKey: string,
  laterKeys: readonly VaultKey[] = [],
): DocumentVault {
  const ring = keyRing(keysOf(vaultKey, laterKeys), key =>
    Buffer.from(hkdfSync('sha256', key, '', 'remit-desk assistance documents', 32)),
  );
  return {
    newestMark: ring.newestMark,
    seal: (key, piece) => ring.seal(piece, key),
    open: (key, sealed) => ring.openBytes(sealed, key),
  };
}
