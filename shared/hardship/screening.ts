import { z } from 'zod';
import { ScreeningAnswers } from '../assistance/answers.ts';
import { Household } from '../assistance/screening.ts';
import { ConfirmedIncomes } from '../assistance/told-household.ts';
import { Instant } from '../calendar/dates.ts';

/** A household as it was said once, and what every programme answered then. Never changed: what is said anew is another one. */
export const Screening = z.object({
  screeningId: z.uuid(),
  caseId: z.uuid(),
  at: Instant,
  by: z.string(),
  household: Household,
  confirmed: ConfirmedIncomes,
  answers: ScreeningAnswers,
});
export type Screening = z.infer<typeof Screening>;
