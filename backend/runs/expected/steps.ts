import { EXPECTED_PAYMENTS, expireExpected } from '../../arrivals/expire-expected.ts';
import { ARRIVALS, matchWaiting } from '../../arrivals/match-arrival.ts';
import { evaluatePromises, PROMISES } from '../../kept/evaluate-promises.ts';
import { countedItems } from '../counted-items.ts';
import type { RunDay, RunParts, RunStep } from '../run-step.ts';

type Work = (
  parts: RunParts,
  day: Pick<RunDay, 'region' | 'today'> & { now: number },
) => Promise<unknown>;

/** A step that tells of all it did on its day, though it was begun by a server that has died since. */
function countedStep(kind: string, work: Work): RunStep {
  return {
    kind,
    fromHour: 7,
    async run(parts, day) {
      const { region, today, now } = day;
      await work(parts, { region, today, now: Date.parse(now) });
      return countedItems(parts.db, { kind, region, today });
    },
  };
}

/** Money that came before it was noted as expected finds whose it is. */
export const matchArrivals = countedStep(ARRIVALS, matchWaiting);

/** What never came is given up; after the matching, so that nothing that is here is. */
export const expirePayments = countedStep(EXPECTED_PAYMENTS, expireExpected);

/** Promises are kept or broken by what has come by now. */
export const judgePromises = countedStep(PROMISES, evaluatePromises);
