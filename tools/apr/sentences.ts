import type { AprFault } from '#shared/apr/annual-percentage-rate.ts';

export const faultSentences: Record<AprFault, string> = {
  no_advance: 'There is no advance: name at least one in "advances".',
  no_payment: 'There is no payment: name at least one in "payments".',
  payment_before_advance: 'A payment is dated before the advance; it can be due that day or later.',
  payments_below_advances:
    'The payments are less than the advances, so that there is no rate of 0 % or more.',
  no_term: 'Everything happens on one day, so that there is no time to earn a rate in.',
  no_rate: 'No rate makes these payments worth these advances; look at the dates and amounts.',
};

export const USAGE = `npm run --silent apr -- FILE.json

  FILE.json  a question in JSON; - reads it from the standard input:
             {"advances": [{"date", "amountCents"}],
              "payments": [{"date", "amountCents", "count"?, "every"?}]}
             where "every" is {"months": 1 to 12}, {"days": 1 to 366} or {"semimonthly": true}.
             Series of the 31st are paid on the last day of shorter months.

Prints the annual percentage rate by 12 CFR 1026 appendix J as one JSON object:
{"aprPercent", "unitPeriod", "financeChargeCents", "totalOfPaymentsCents"}
Exits with 1 when the question has no answer, with 2 when the command itself is wrong.`;
