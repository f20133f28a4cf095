import { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** The most that a supervisor's list holds at once, the oldest first. */
export const MOST_WAITING = 200;

/** The caller's verification; null for a supervisor, who needs none. */
export const verificationOrNone = z.uuid().nullable();

/** How anything asked about one payment may be refused. */
export const ofPayment = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
  'payment_not_found',
] as const satisfies ProblemCode[];
