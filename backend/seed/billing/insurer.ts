import type { InsuranceStanding } from '#shared/billing/charge.ts';
import { cents } from '#shared/money/cents.ts';
import type { Stream } from '../draws/stream.ts';
import type { Book } from '../family/book.ts';
import { type ChargePart, enter } from '../family/entries.ts';
import type { SeededCharge } from '../family/family.ts';

const shareKinds = new Set(['copay', 'coinsurance', 'deductible']);

/** How the coverage of one visit turns out; pending while the insurer's time to answer is not over. */
export function drawCoverage(
  stream: Stream,
  servicedDaysAgo: number,
): { insurance: InsuranceStanding; answeredDaysAgo: number } {
  const insurance = stream.pickWeighted([
    [85, 'paid'],
    [6, 'denied'],
    [9, 'none'],
  ] as const);
  const answeredDaysAgo = servicedDaysAgo - (insurance === 'none' ? 2 : stream.int(8, 36));
  return answeredDaysAgo < 1
    ? { insurance: 'pending', answeredDaysAgo: 1 }
    : { insurance, answeredDaysAgo };
}

function percentOf(amountCents: number, percent: number) {
  return cents(Math.round((amountCents * percent) / 100));
}

/**
 * What the insurer pays and what its contract takes off a visit's charges. Copays, coinsurance and
 * deductibles are the patient's from the start. Somebody without coverage is given a discount instead.
 */
export function settleCoverage(
  book: Book,
  charges: readonly SeededCharge[],
  answeredDaysAgo: number,
): void {
  const paid: ChargePart[] = [];
  const adjusted: ChargePart[] = [];
  for (const charge of charges) {
    if (shareKinds.has(charge.kind)) continue;
    if (charge.insurance === 'none') {
      adjusted.push([charge, percentOf(charge.billedCents, book.stream.pick([0, 0, 20, 40]))]);
    } else if (charge.insurance === 'paid') {
      const allowance = percentOf(charge.billedCents, book.stream.int(10, 45));
      const allowed = charge.billedCents - allowance;
      adjusted.push([charge, allowance]);
      paid.push([charge, percentOf(allowed, book.stream.pick([100, 90, 80, 80, 70, 60, 0]))]);
    }
  }
  enter(book, 'insurance_paid', answeredDaysAgo, paid);
  enter(book, 'adjusted', answeredDaysAgo, adjusted);
}
