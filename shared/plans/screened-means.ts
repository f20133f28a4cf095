import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';

/** What a screening says a household has and needs in a month, in cents; null is what it was not asked. */
export const ScreenedMeans = z.object({
  on: CalendarDate,
  incomeCents: Cents.nullable(),
  expensesCents: Cents.nullable(),
});
export type ScreenedMeans = z.infer<typeof ScreenedMeans>;
