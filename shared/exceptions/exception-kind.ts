import { z } from 'zod';

/**
 * What a supervisor has to look after: an outcome nobody knows, a payment that is late to post, what a bank sent
 * back or refused, what a run could not take, money that is nobody's, a payment that may be one too many, a
 * recording that stayed paused, a lock, an audit trail that does not fit together.
 */
export const ExceptionKind = z.enum([
  'unknown',
  'unposted',
  'returned',
  'notice',
  'not_sent',
  'bank_file',
  'return_rate',
  'not_taken',
  'unmatched',
  'duplicate',
  'recording',
  'record_locked',
  'sign_in_locked',
  'chain_broken',
]);
export type ExceptionKind = z.infer<typeof ExceptionKind>;

/** What made an end of one: a person, what became of the payment, or that what was locked or unmatched is not any more. */
export const ExceptionEnd = z.enum([
  'by_person',
  'became_approved',
  'became_declined',
  'became_not_charged',
  'became_posted',
  'became_settled',
  'became_returned',
  'became_voided',
  'became_refunded',
  'one_voided',
  'one_refunded',
  'one_returned',
  'matched',
  'assigned',
  'dealt_with',
  'unlocked',
  'lock_ended',
  'tried_again',
]);
export type ExceptionEnd = z.infer<typeof ExceptionEnd>;

const endsByItself: readonly ExceptionKind[] = ['unknown', 'unmatched', 'record_locked'];

/**
 * Whether nobody can put an end to it by a word alone: the outcome has to be known, the money posted to
 * somebody, the record unlocked.
 */
export const standsUntilDone = (kind: ExceptionKind): boolean => endsByItself.includes(kind);

const byBusinessDays: readonly ExceptionKind[] = [
  'unposted',
  'returned',
  'notice',
  'not_sent',
  'not_taken',
];

/** Whether the rule it is about counts business days of the bank calendar, so that its age does, too (Nacha Operating Rules; the organization's posting days). */
export const countsBusinessDays = (kind: ExceptionKind): boolean => byBusinessDays.includes(kind);
