import type { Charge } from '#shared/billing/charge.ts';
import { type Cents, cents, noCents, sumCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { amountText } from '#shared/money/show-money.ts';
import { type Allocation, allocateInterestFirst } from '#shared/payments/allocation.ts';
import type { PayForm } from './pay-form.ts';

export type PartFault = 'over_line' | 'not_an_amount';

export interface ReadPart {
  readonly charge: Charge;
  /** What stands in its box. */
  readonly text: string;
  readonly amountCents: Cents;
  readonly fault: PartFault | undefined;
}

export interface ReadSplit {
  readonly parts: readonly ReadPart[];
  readonly sumCents: Cents;
  /** Amount less parts: what is still to be placed; below zero when too much is. */
  readonly restCents: Cents;
  /** What would be submitted; undefined while the parts do not add up or one cannot be. */
  readonly allocation: Allocation[] | undefined;
}

function readPart(charge: Charge, text: string): ReadPart {
  if (text.trim() === '') return { charge, text, amountCents: noCents, fault: undefined };
  const parsed = parseAmount(text);
  if (!parsed.ok) {
    const fault = parsed.fault === 'zero' ? undefined : 'not_an_amount';
    return { charge, text, amountCents: noCents, fault };
  }
  const fault = parsed.amountCents > charge.openCents ? 'over_line' : undefined;
  return { charge, text, amountCents: parsed.amountCents, fault };
}

/** The parts as boxes to start from when somebody wants to split by hand: what the rule would do. */
export function partsOldestFirst(
  amountCents: Cents,
  charges: readonly Charge[],
): Record<string, string> {
  return Object.fromEntries(
    allocateInterestFirst(amountCents, charges).map(part => [
      part.chargeId,
      amountText(cents(part.amountCents)),
    ]),
  );
}

/** How an amount is split over the charges it may pay, by the rule or by what was typed. */
export function readSplit(
  form: PayForm,
  amountCents: Cents,
  charges: readonly Charge[],
): ReadSplit {
  const typed = form.split === 'by_hand' ? form.parts : partsOldestFirst(amountCents, charges);
  const parts = charges.map(charge => readPart(charge, typed[charge.chargeId] ?? ''));
  const sum = sumCents(parts.map(part => part.amountCents));
  const restCents = cents(amountCents - sum);
  const fine = restCents === 0 && parts.every(part => part.fault === undefined);
  const allocation = parts.flatMap(({ charge, amountCents: part }) =>
    part > 0 ? [{ chargeId: charge.chargeId, amountCents: part }] : [],
  );
  return { parts, sumCents: sum, restCents, allocation: fine ? allocation : undefined };
}
