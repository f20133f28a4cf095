import { z } from 'zod';
import { type RateKind, returnsPolicy } from './policy.ts';

export const RateJudgement = z.enum(['fine', 'near', 'over', 'too_few']);
export type RateJudgement = z.infer<typeof RateJudgement>;

/** The highest share of debits that may come back, in basis points (Nacha Operating Rules, 2.17.2). */
export function thresholdOf(kind: RateKind): number {
  const found = returnsPolicy.rates.thresholds.find(each => each.kind === kind);
  if (!found) throw new Error(`The policy of returns has no threshold for ${kind}.`);
  return found.basisPoints;
}

/**
 * How `returned` of `sent` debits stand to the threshold of a kind: `over` is above it, `near` as near as
 * the policy says, `too_few` where so few came back that the share says nothing.
 */
export function judgeRate(kind: RateKind, sent: number, returned: number): RateJudgement {
  const { nearPercent, fewestReturns } = returnsPolicy.rates;
  const allowed = thresholdOf(kind) * sent;
  const reached = returned * 10_000;
  if (reached * 100 < allowed * nearPercent || returned === 0) return 'fine';
  if (returned < fewestReturns) return 'too_few';
  return reached > allowed ? 'over' : 'near';
}
