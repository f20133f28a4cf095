import { expireExpected } from '../../arrivals/expire-expected.ts';
import { matchWaiting } from '../../arrivals/match-arrival.ts';
import { evaluatePromises } from '../../kept/evaluate-promises.ts';
import type { RunDay, RunStep } from '../run-step.ts';

const at = ({ region, today, now }: RunDay) => ({ region, today, now: Date.parse(now) });

/** Money that came before it was noted as expected finds whose it is. */
export const matchArrivals: RunStep = {
  kind: 'arrivals',
  fromHour: 7,
  run: (parts, day) => matchWaiting(parts, at(day)),
};

/** What never came is given up; after the matching, so that nothing that is here is. */
export const expirePayments: RunStep = {
  kind: 'expected_payments',
  fromHour: 7,
  run: (parts, day) => expireExpected(parts, at(day)),
};

/** Promises are kept or broken by what has come by now. */
export const judgePromises: RunStep = {
  kind: 'promises',
  fromHour: 7,
  run: (parts, day) => evaluatePromises(parts, day),
};
