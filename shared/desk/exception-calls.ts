import { z } from 'zod';
import { exceptionRoutes, OverrideReason } from '../contract/exceptions.ts';
import { returnRateRoutes } from '../contract/return-rates.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { call } from './call.ts';

/** What a supervisor sees of payments that went wrong, on whatever desk they were taken. */
export const exceptionCalls = {
  'payments.unappliedCredits': call({
    input: z.null(),
    output: exceptionRoutes.unappliedCredits.reply,
  }),
  /** Lets another payment start although the outcome of this one is open. */
  'payments.override': call({
    input: z.strictObject({ key: AttemptKey, reason: OverrideReason }),
    output: exceptionRoutes.overridePayment.reply,
  }),
  /** The share of debits that came back, against the thresholds of the rules. */
  'payments.returnRates': call({ input: z.null(), output: returnRateRoutes.returnRates.reply }),
};
