import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { route } from './route.ts';

/** Somebody was shown a patient from the desk's own copy, so the backend could not see it (45 CFR 164.312(b)). */
export const DeskAccess = z.strictObject({
  /** Counts at this workstation; names the access for good, so that a repeat adds nothing. */
  number: z.int().positive(),
  at: Instant,
  userId: z.string().min(1).max(64),
  action: z.enum(['found_in_copy', 'balance_read_in_copy']),
  mrn: Mrn,
  callId: z.uuid().nullable(),
});
export type DeskAccess = z.infer<typeof DeskAccess>;

/** The most that one request hands over. */
export const ACCESSES_AT_ONCE = 200;

export const accessRoutes = {
  handOverAccesses: route({
    method: 'POST',
    path: '/v1/accesses',
    summary: 'Hand over who was looked at in the copy of a desk; the same ones twice add nothing',
    body: z.strictObject({ accesses: z.array(DeskAccess).min(1).max(ACCESSES_AT_ONCE) }),
    status: 200,
    reply: z.object({ kept: z.int().nonnegative() }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
