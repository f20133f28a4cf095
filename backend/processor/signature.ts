import { createHmac, timingSafeEqual } from 'node:crypto';

/** The signature of a notice's exact bytes. */
export function signatureOf(secret: string, bytes: string): string {
  return createHmac('sha256', secret).update(bytes).digest('hex');
}

/** Compares in a time that tells nothing of how much was right. */
export function isSignedBy(secret: string, bytes: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, bytes));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
