import { z } from 'zod';
import { organization } from '../organization/profile.ts';
import policyFile from './change-policy.json' with { type: 'json' };

const ChangePolicy = z.object({
  /** How many months of any twelve a plan may rest, beside `pauseMonthsAtMost` at once. */
  pause: z.object({ monthsInTwelve: z.int().positive() }),
  /** How many days before the next payment somebody hears of it who resumes early. */
  resume: z.object({ noticeDays: z.int().min(0) }),
  /** How many days a written notice leaves to pay what was missed, and a counselor to look at a plan in default. */
  default: z.object({ noticeDays: z.int().positive(), counselorWithinDays: z.int().positive() }),
});

/** How plans may be changed: configuration, checked when it is read. */
export const changePolicy = ChangePolicy.parse(policyFile);

/** The longest term a changed plan may run from its change, in months: a published one unless it is a hardship plan. */
export function longestTerm(kind: 'standard' | 'hardship'): number {
  return kind === 'standard' ? Math.max(...organization.plans.months) : 120;
}
