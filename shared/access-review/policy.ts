import { z } from 'zod';
import policyFile from './policy.json' with { type: 'json' };

const Basis = z.string().min(1);
const ClockTime = z.string().regex(/^\d\d:\d\d$/);

const AccessReviewPolicy = z.object({
  version: z.string(),
  /** How many days are looked at once, at most and unless asked. */
  days: z.object({ most: z.int().positive(), usual: z.int().positive(), basis: Basis }),
  /** What does not count as a look for what stands out; the list of looks has it. */
  notCounted: z.object({ actions: z.array(z.string()), basis: Basis }),
  familyName: z.object({
    shortestPart: z.int().positive(),
    particles: z.array(z.string()),
    basis: Basis,
  }),
  withoutCall: z.object({
    fewest: z.int().positive(),
    timesOthers: z.number().positive(),
    basis: Basis,
  }),
  /** By the clock of the region. */
  afterHours: z.object({ opens: ClockTime, closes: ClockTime, basis: Basis }),
  againAndAgain: z.object({ fewest: z.int().positive(), basis: Basis }),
});

/** What is listed for a second look; each part says what it rests on. None of it is a finding about anybody. */
export const accessReviewPolicy = AccessReviewPolicy.parse(policyFile);
