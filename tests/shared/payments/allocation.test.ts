import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, cents, sumCents } from '#shared/money/cents.ts';
import {
  allocatedCents,
  allocateInterestFirst,
  allocateOldestFirst,
  type PayableCharge,
} from '#shared/payments/allocation.ts';

const anyDay = fc
  .integer({ min: 0, max: 400 })
  .map(days => new Date(Date.UTC(2025, 9, 1 + days)).toISOString().slice(0, 10));

const anyCharge: fc.Arbitrary<PayableCharge> = fc.record({
  chargeId: fc.uuid(),
  openCents: fc.integer({ min: -5_000, max: 500_000 }).map(cents),
  dueOn: fc.option(anyDay),
  servicedOn: anyDay,
});
const anyCharges = fc.uniqueArray(anyCharge, { selector: each => each.chargeId, maxLength: 30 });
const anyAmount = fc.integer({ min: 1, max: 3_000_000 }).map(cents);

function openOf(charges: readonly PayableCharge[]): Cents {
  return sumCents(charges.map(each => cents(Math.max(0, each.openCents))));
}

describe('a payment is split over the oldest charges first', () => {
  it('never pays a charge more than is open on it, never less than a cent', () => {
    fc.assert(
      fc.property(anyAmount, anyCharges, (amount, charges) => {
        for (const part of allocateOldestFirst(amount, charges)) {
          const charge = charges.find(each => each.chargeId === part.chargeId);
          expect(part.amountCents).toBeGreaterThan(0);
          expect(part.amountCents).toBeLessThanOrEqual(charge?.openCents ?? 0);
        }
      }),
    );
  });

  it('gives out exactly the amount, or everything that is open when the amount is more', () => {
    fc.assert(
      fc.property(anyAmount, anyCharges, (amount, charges) => {
        const given = allocatedCents(allocateOldestFirst(amount, charges));
        expect(given).toBe(Math.min(amount, openOf(charges)));
      }),
    );
  });

  it('leaves nothing open on an older charge while a younger one is paid', () => {
    fc.assert(
      fc.property(anyAmount, anyCharges, (amount, charges) => {
        const parts = allocateOldestFirst(amount, charges);
        const due = (id: string) => charges.find(each => each.chargeId === id)?.dueOn ?? '9999';
        const days = parts.map(part => due(part.chargeId));
        expect(days).toEqual([...days].sort());
        const youngest = days.at(-1) ?? '';
        for (const charge of charges.filter(
          each => each.openCents > 0 && (each.dueOn ?? '9999') < youngest,
        )) {
          const paid = parts.find(part => part.chargeId === charge.chargeId)?.amountCents;
          expect(paid).toBe(charge.openCents);
        }
      }),
    );
  });

  it('comes out the same whatever order the charges come in', () => {
    fc.assert(
      fc.property(anyAmount, anyCharges, (amount, charges) => {
        expect(allocateOldestFirst(amount, [...charges].reverse())).toEqual(
          allocateOldestFirst(amount, charges),
        );
      }),
    );
  });

  it('pays what is not on a statement yet last', () => {
    const charge = (chargeId: string, dueOn: string | null) => ({
      chargeId,
      dueOn,
      openCents: cents(100),
      servicedOn: '2026-09-03',
    });
    const parts = allocateOldestFirst(cents(150), [charge('a', null), charge('b', '2026-11-28')]);
    expect(parts).toEqual([
      { chargeId: 'b', amountCents: 100 },
      { chargeId: 'a', amountCents: 50 },
    ]);
  });

  it('pays the interest of a plan before everything else, however old that is', () => {
    const charge = (
      chargeId: string,
      kind: 'finance_charge' | 'imaging',
      dueOn: string | null,
    ) => ({
      chargeId,
      kind,
      dueOn,
      openCents: cents(100),
      servicedOn: '2026-09-03',
    });
    const charges = [charge('a', 'imaging', '2026-10-05'), charge('b', 'finance_charge', null)];
    expect(allocateInterestFirst(cents(150), charges)).toEqual([
      { chargeId: 'b', amountCents: 100 },
      { chargeId: 'a', amountCents: 50 },
    ]);
  });
});
