import { expect } from 'vitest';
import { annualPercentageRate } from '#shared/apr/annual-percentage-rate.ts';
import { type Every, expandSeries } from '#shared/apr/expand-series.ts';
import type { CashFlow } from '#shared/apr/transaction.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';

/** An amount in dollars, on a date. */
export function flow(on: string, dollars: number): CashFlow {
  return { on: on as CalendarDate, amountCents: cents(Math.round(dollars * 100)) };
}

export function series(from: string, dollars: number, count: number, every: Every): CashFlow[] {
  return expandSeries(from as CalendarDate, count, every).map(on => flow(on, dollars));
}

export const monthly = { months: 1 } as const;

/** The figures of a transaction that has them. */
export function figuresOf(advances: readonly CashFlow[], payments: readonly CashFlow[]) {
  const result = annualPercentageRate({ advances, payments });
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.fault);
  return result.figures;
}
