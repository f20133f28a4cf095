import { annualPercentageRate } from '../apr/annual-percentage-rate.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents, noCents, sumCents } from '../money/cents.ts';
import type { Instalment, Plan } from './plan.ts';

/** A line of the payment schedule: so many payments of the same amount, a month apart. */
export interface ScheduleLine {
  readonly count: number;
  readonly amountCents: Cents;
  readonly firstDueOn: CalendarDate;
  readonly lastDueOn: CalendarDate;
}

/** The figures of 12 CFR 1026.18(b), (d), (e), (g) and (h). */
export interface DisclosureFigures {
  readonly amountFinancedCents: Cents;
  readonly financeChargeCents: Cents;
  readonly totalOfPaymentsCents: Cents;
  /** In percent, to two decimals, from the real dates. */
  readonly aprPercent: number;
  readonly schedule: readonly ScheduleLine[];
}

function scheduleLines(payments: readonly Instalment[]): ScheduleLine[] {
  const lines: ScheduleLine[] = [];
  for (const { dueOn, amountCents } of payments) {
    const line = lines.at(-1);
    if (line?.amountCents === amountCents) {
      lines.splice(-1, 1, { ...line, count: line.count + 1, lastDueOn: dueOn });
    } else {
      lines.push({ count: 1, amountCents, firstDueOn: dueOn, lastDueOn: dueOn });
    }
  }
  return lines;
}

function aprOf({ terms, payments }: Plan, amountFinancedCents: Cents): number {
  const result = annualPercentageRate({
    advances: [{ on: terms.agreedOn, amountCents: amountFinancedCents }],
    payments: payments.map(({ dueOn, amountCents }) => ({ on: dueOn, amountCents })),
  });
  if (result.ok) return result.figures.aprPercent;
  throw new Error(`A plan without an annual percentage rate: ${result.fault}.`);
}

/** What is disclosed before a plan is agreed to. Interest carried over from another plan is financed. */
export function disclose(plan: Plan): DisclosureFigures {
  const { amountCents, carriedInterestCents = noCents } = plan.terms;
  const amountFinancedCents = sumCents([amountCents, carriedInterestCents]);
  const totalOfPaymentsCents = sumCents(plan.payments.map(payment => payment.amountCents));
  const financeChargeCents = cents(totalOfPaymentsCents - amountFinancedCents);
  return {
    amountFinancedCents,
    financeChargeCents,
    totalOfPaymentsCents,
    aprPercent: financeChargeCents === 0 ? 0 : aprOf(plan, amountFinancedCents),
    schedule: scheduleLines(plan.payments),
  };
}
