import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { reconciliationRoutes } from '../contract/reconciliation.ts';
import { RegionCode } from '../organization/regions.ts';
import { DayCell } from '../reconciliation/cell.ts';
import { call } from './call.ts';

const { reconciledDay, dayPayments, closeDay, correctDay } = reconciliationRoutes;

/** A business day against processor, bank and ledger, and its close. Nothing of it is kept at this desk. */
export const reconciliationCalls = {
  'reconciliation.day': call({
    input: z.strictObject({
      region: RegionCode,
      /** The next to close where null, or the one that runs. */
      day: CalendarDate.nullable(),
      /** The page reads again what it shows already: that is one look. */
      again: z.boolean(),
    }),
    output: reconciledDay.reply,
  }),
  'reconciliation.payments': call({
    input: DayCell.extend(dayPayments.params.shape).extend({
      /** Where the page begins; null for the first. */
      after: z.string().max(200).nullable(),
    }),
    output: dayPayments.reply,
  }),
  'reconciliation.close': call({
    input: closeDay.body.extend(closeDay.params.shape),
    output: closeDay.reply,
  }),
  'reconciliation.correct': call({
    input: correctDay.body.extend(correctDay.params.shape),
    output: correctDay.reply,
  }),
};
