import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from '#shared/audit/canonical-json.ts';
import type { SealStatement } from '#shared/audit/signed-head.ts';

/** A key that signs heads of the audit chain (Ed25519, RFC 8032), as it is kept: PKCS #8 in base64. */
export interface AuditKey {
  readonly privateKey: string;
}

/** What signs, with what proves it. */
export interface Signer {
  readonly keyId: string;
  /** SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  sign(statement: SealStatement): string;
  /** Signs a text that says itself what it is, so that it is never taken for a statement about the chain. */
  signText(text: string): string;
}

export function newAuditKey(): AuditKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** A key's name follows from the key, so that no other can take it. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

function bytesOf({ at, chain, hash, position, what }: SealStatement): Buffer {
  return Buffer.from(canonicalJson({ at, chain, hash, position, what }));
}

export function signerOf({ privateKey }: AuditKey): Signer {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64');
  return {
    publicKey,
    keyId: keyIdOf(publicKey),
    sign: statement => sign(null, bytesOf(statement), key).toString('base64'),
    signText: text => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

function publicKeyOf(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** Whether that key signed that statement; what cannot be read as a key or a signature did not. */
export function isSignedBy(publicKey: string, statement: SealStatement, signature: string) {
  const key = publicKeyOf(publicKey);
  return !!key && verify(null, bytesOf(statement), key, Buffer.from(signature, 'base64'));
}

/** Whether that key signed that text. */
export function isTextSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = publicKeyOf(publicKey);
  return !!key && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}
