import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';

export const HASH = /^[0-9a-f]{64}$/;

/** Where a chain ended at an instant: what a signature is over, as canonical JSON. */
export const SealStatement = z.object({
  /** `seal`: after a batch; `anchor`: of a day, kept outside the database too. */
  what: z.enum(['seal', 'anchor']),
  chain: z.uuid(),
  position: z.int().nonnegative(),
  /** SHA-256 in hexadecimal. */
  hash: z.string().regex(HASH),
  at: Instant,
});
export type SealStatement = z.infer<typeof SealStatement>;

/** With the signature (Ed25519, base64) of the key of that name. */
export const SignedHead = SealStatement.extend({
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().max(200),
});
export type SignedHead = z.infer<typeof SignedHead>;

/** A public key by its name, which begins the SHA-256 of the key (SubjectPublicKeyInfo, base64). */
export const PublicAuditKey = z.object({
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: z.string().max(200),
});
export type PublicAuditKey = z.infer<typeof PublicAuditKey>;

/**
 * The first line of an export, before its records: where the chain ended, the days' ends before, and the
 * keys that signed them, which somebody who verifies it compares with those given another way.
 */
export const ExportHead = z.object({
  audit: z.literal('remit-desk'),
  version: z.literal(1),
  chain: z.uuid(),
  exportedAt: Instant,
  keys: z.array(PublicAuditKey),
  anchors: z.array(SignedHead),
  /** Null of a chain without a record. */
  head: SignedHead.nullable(),
});
export type ExportHead = z.infer<typeof ExportHead>;
