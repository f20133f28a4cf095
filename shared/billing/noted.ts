import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { AccountNote } from './account-note.ts';
import { ExpectedWire } from './expected-wire.ts';
import { PromiseToPay } from './promise.ts';
import { Referral } from './referral.ts';

/** The name of whoever wrote it down. */
const by = { by: z.string() };

/** What the daily evaluation said of a promise; null until it has said it. */
const decided = {
  keptOn: CalendarDate.nullable().default(null),
  brokenOn: CalendarDate.nullable().default(null),
};

/** What earlier calls left with a guarantor, for whoever takes the next one. */
export const Noted = z.object({
  /** The one that stands: made last, replaced by none. Whether it was kept, `promiseStanding` tells. */
  promise: PromiseToPay.extend({ ...by, ...decided }).nullable(),
  /** The newest ten. */
  notes: z.array(AccountNote.extend(by)),
  /** Wires and other money that is expected and not received, the next first. */
  wires: z.array(ExpectedWire.extend(by)),
  /** With a counselor and not closed, the newest first. */
  referrals: z.array(Referral.extend(by)),
});
export type Noted = z.infer<typeof Noted>;

export const nothingNoted: Noted = { promise: null, notes: [], wires: [], referrals: [] };
