import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { inMonth } from '#shared/calendar/months.ts';
import { exactRate, type Term } from './exact-rate.ts';
import { figuresOf } from './flows.ts';

const from = '2027-01-01' as CalendarDate;
const numRuns = 60;

/** A stream whose unit-periods are known because it was made from them. */
interface Stream {
  readonly advances: readonly (Term & { readonly on: CalendarDate })[];
  readonly payments: readonly (Term & { readonly on: CalendarDate })[];
  readonly perYear: readonly [number, number];
  readonly unit: string;
}

function agrees({ advances, payments, perYear, unit }: Stream): void {
  const flows = (each: Stream['payments'][number]) => ({
    on: each.on,
    amountCents: Math.abs(each.cents) as never,
  });
  const { aprPercent, exactPercent, unitPeriod } = figuresOf(
    advances.map(flows),
    payments.map(flows),
  );
  const exact = exactRate([...advances, ...payments], perYear);
  expect(unitPeriod).toBe(unit);
  expect(Math.abs(exactPercent - exact.percent)).toBeLessThan(1e-7 * Math.max(1, exact.percent));
  if (!exact.isTie) expect(aprPercent).toBe(exact.disclosed);
}

const counts = fc.integer({ min: 3, max: 120 });
const amounts = fc.integer({ min: 100, max: 5_000_000 });
/** Of the principal, in thousandths: what all payments come to beyond it. */
const charges = fc.integer({ min: 1, max: 1_500 });
const whole = [0, 1] as const;

/** Payments of about the same size that come to the principal and the charge. */
function paid(principal: number, charge: number, count: number): number[] {
  const each = Math.ceil((principal * (1000 + charge)) / 1000 / count);
  return Array.from({ length: count }, (_, at) => each + (at === count - 1 ? 7 : 0));
}

test('monthly payments after any first period have the rate of 40 decimals', () => {
  const wait = fc.record({
    months: fc.integer({ min: 0, max: 6 }),
    days: fc.integer({ min: 0, max: 27 }),
  });
  const day = fc.integer({ min: 1, max: 28 });
  fc.assert(
    fc.property(
      counts,
      amounts,
      charges,
      wait,
      day,
      (count, cents, charge, { months, days }, due) => {
        const first = inMonth(from, 8, due);
        const advancedOn = addDays(inMonth(first, -months, due), -days);
        const payments = paid(cents, charge, count).map((amount, at) => ({
          on: inMonth(first, at, due),
          cents: amount,
          full: months + at,
          part: [days, 30] as const,
        }));
        const advances = [{ on: advancedOn, cents: -cents, full: 0, part: whole }];
        agrees({ advances, payments, perYear: [12, 1], unit: 'month' });
      },
    ),
    { numRuns },
  );
});

test.each([
  [1, 'week', [52, 1]],
  [2, '2 weeks', [26, 1]],
  [4, '4 weeks', [13, 1]],
] as const)('so have payments every %i weeks', (weeks, unit, perYear) => {
  const length = 7 * weeks;
  const waits = fc.integer({ min: 1, max: 3 * length });
  fc.assert(
    fc.property(counts, amounts, charges, waits, (count, cents, charge, wait) => {
      const payments = paid(cents, charge, count).map((amount, at) => ({
        on: addDays(from, wait + at * length),
        cents: amount,
        full: at + Math.floor(wait / length),
        part: [wait % length, length] as const,
      }));
      const advances = [{ on: from, cents: -cents, full: 0, part: whole }];
      agrees({ advances, payments, perYear, unit });
    }),
    { numRuns: numRuns / 3 },
  );
});

test('so have semimonthly payments after a first period with odd days', () => {
  const odd = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(counts, amounts, charges, odd, (count, cents, charge, days) => {
      const payments = paid(cents, charge, count).map((amount, at) => ({
        on: inMonth(from, 1 + Math.floor(at / 2), at % 2 === 0 ? 1 : 16),
        cents: amount,
        full: 2 + at,
        part: [days, 15] as const,
      }));
      const advances = [{ on: addDays(from, -days), cents: -cents, full: 0, part: whole }];
      agrees({ advances, payments, perYear: [24, 1], unit: 'semimonth' });
    }),
    { numRuns },
  );
});

test('so have several advances before monthly payments, of which some are skipped', () => {
  const advanced = fc.array(amounts, { minLength: 2, maxLength: 5 });
  const skips = fc.array(fc.boolean(), { minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(advanced, skips, charges, (cents, skipped, charge) => {
      const advances = cents.map((amount, at) => ({
        on: inMonth(from, at, 1),
        cents: -amount,
        full: at,
        part: whole,
      }));
      const months = [0, 1, 2, 3, 4, 5, 6, 7].concat(
        skipped.flatMap((skip, at) => (skip ? [] : [8 + at])),
      );
      const total = cents.reduce((sum, amount) => sum + amount, 0);
      const payments = paid(total, charge, months.length).map((amount, at) => {
        const full = cents.length + (months[at] ?? 0);
        return { on: inMonth(from, full, 1), cents: amount, full, part: whole };
      });
      agrees({ advances, payments, perYear: [12, 1], unit: 'month' });
    }),
    { numRuns },
  );
});

test('so has a single payment within a year, whose term is its unit-period', () => {
  const days = fc.integer({ min: 1, max: 364 }).filter(count => inMonthsFrom(count) === undefined);
  fc.assert(
    fc.property(amounts, charges, days, (cents, charge, term) => {
      const [amount = 0] = paid(cents, charge, 1);
      const advances = [{ on: from, cents: -cents, full: 0, part: whole }];
      const payments = [{ on: addDays(from, term), cents: amount, full: 1, part: whole }];
      agrees({
        advances,
        payments,
        perYear: [365, term],
        unit: term === 1 ? 'day' : `${term} days`,
      });
    }),
    { numRuns },
  );
});

/** How many whole months after the 1st of January a day is; undefined where it is none. */
function inMonthsFrom(days: number): number | undefined {
  const date = addDays(from, days);
  return date.endsWith('-01') ? Number(date.slice(5, 7)) - 1 : undefined;
}
