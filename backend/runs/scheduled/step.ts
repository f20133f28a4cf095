import { takeScheduled } from '../../authorisations/take-scheduled.ts';
import type { RunStep } from '../run-step.ts';

/** Takes what payers authorised for today; before the cut-off, so that debits go with the day's file. */
export const takePaymentsToCome: RunStep = {
  kind: 'scheduled_payments',
  fromHour: 8,
  run: takeScheduled,
};
