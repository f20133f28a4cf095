import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import rulesFile from './interest-rules.json' with { type: 'json' };
import { StateCode } from './states.ts';

const InterestRule = z.object({
  state: StateCode,
  /** Those who qualify for the state's discount or charity care. */
  patients: z.literal('eligible'),
  interest: z.literal('forbidden'),
  effectiveFrom: CalendarDate,
  /** The last day; null while it stands. */
  effectiveUntil: CalendarDate.nullable(),
  law: z.string(),
  says: z.string(),
});
export type InterestRule = z.infer<typeof InterestRule>;

const { rules } = z.object({ rules: z.array(InterestRule) }).parse(rulesFile);

/** Who agrees to a plan, where, and when. */
export interface Applicant {
  readonly state: StateCode;
  /** Whether the patient qualifies for the state's discount or charity care. */
  readonly eligible: boolean;
  readonly agreedOn: CalendarDate;
}

/** The law that forbids interest on this plan; undefined where none on file does. */
export function interestForbiddenBy(applicant: Applicant): InterestRule | undefined {
  const { state, eligible, agreedOn } = applicant;
  return rules.find(
    rule =>
      rule.state === state &&
      eligible &&
      rule.effectiveFrom <= agreedOn &&
      (rule.effectiveUntil === null || agreedOn <= rule.effectiveUntil),
  );
}

/** The rate a plan may have, in basis points, and the law that lowered the one asked for. */
export function allowedRate(
  askedBps: number,
  applicant: Applicant,
): { readonly rateBps: number; readonly loweredBy?: InterestRule } {
  const rule = askedBps > 0 ? interestForbiddenBy(applicant) : undefined;
  return rule ? { rateBps: 0, loweredBy: rule } : { rateBps: askedBps };
}
