import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { canonicalJson } from './canonical-json.ts';
import { HASH } from './signed-head.ts';

/** What the first chained record of a desk follows. */
export const DESK_GENESIS = '0'.repeat(64);

/** One record of what a desk wrote down by itself, in the chain of its journal. */
export const DeskRecord = z.strictObject({
  /** Counts at this workstation. */
  number: z.int().positive(),
  at: Instant,
  /** Null for what the desk did by itself. */
  userId: z.string().max(64).nullable(),
  action: z.string().regex(/^[a-z_]{1,60}$/),
  subjectKind: z.string().regex(/^[a-z_]{1,40}$/),
  subject: z.string().max(200),
  /** The hash of the record before it; null of a record from before the desk kept a chain. */
  previous: z.string().regex(HASH).nullable(),
  hash: z.string().regex(HASH),
});
export type DeskRecord = z.infer<typeof DeskRecord>;

/**
 * What the hash of a desk's record is the SHA-256 of, as canonical JSON: all of it but the hash, with the
 * hash of the record before, so that none can be changed or left out alone (RFC 8785).
 */
export function hashedOf(record: Omit<DeskRecord, 'hash'>): string {
  const { action, at, number, previous, subject, subjectKind, userId } = record;
  return canonicalJson({ action, at, number, previous, subject, subjectKind, userId });
}
