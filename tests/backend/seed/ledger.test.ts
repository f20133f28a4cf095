import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedCalendar } from '#backend/seed/calendar.ts';
import { drawFamily } from '#backend/seed/family/draw-family.ts';
import type { Family } from '#backend/seed/family/family.ts';
import { identifiersOf } from '#backend/seed/identifiers.ts';
import { receivableOf } from '#shared/ledger/chart.ts';
import { asOf, seedOf } from './seeds.ts';

const calendar = seedCalendar(asOf);

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** What the receivable's lines say is owed, of those that `belongs` picks. */
function receivable(family: Family, belongs: (line: Line) => boolean): number {
  const lines = family.entries.flatMap(entry => entry.lines).filter(belongs);
  const owed = lines.filter(line => line.ledgerAccount.endsWith('_receivable'));
  return sum(owed.map(line => line.debitCents - line.creditCents));
}
type Line = Family['entries'][number]['lines'][number];

function expectBalanced(family: Family): void {
  for (const { lines } of family.entries) {
    expect(sum(lines.map(line => line.debitCents))).toBe(sum(lines.map(line => line.creditCents)));
  }
  for (const account of family.accounts) {
    const lines = receivable(family, line => line.accountId === account.accountId);
    expect(account.balanceCents).toBe(lines);
    expect(account.balanceCents).toBeGreaterThanOrEqual(0);
  }
  for (const charge of family.charges) {
    const { billedCents, insurancePaidCents, adjustedCents, paidCents, openCents } = charge;
    expect(openCents).toBe(receivable(family, line => line.chargeId === charge.chargeId));
    expect(openCents).toBe(billedCents - insurancePaidCents - adjustedCents - paidCents);
    expect(openCents).toBeGreaterThanOrEqual(0);
    expect(charge.closedOn !== null).toBe(openCents === 0);
  }
}

function expectLedgersApart(family: Family): void {
  const accounts = new Map(family.accounts.map(account => [account.accountId, account]));
  const ledgers = new Map(family.charges.map(each => [each.chargeId, each.account.ledger]));
  for (const line of family.entries.flatMap(entry => entry.lines)) {
    const ledger = accounts.get(line.accountId)?.ledger;
    expect(ledger).toBe(ledgers.get(line.chargeId));
    if (line.ledgerAccount.endsWith('_receivable')) {
      expect(line.ledgerAccount).toBe(receivableOf[ledger ?? 'medical']);
    }
  }
  for (const { allocations } of family.payments) {
    expect(new Set(allocations.map(each => ledgers.get(each.chargeId))).size).toBe(1);
  }
}

function expectPaymentsKept(family: Family): void {
  for (const payment of family.payments) {
    expect(sum(payment.allocations.map(each => each.amountCents))).toBe(payment.amountCents);
    const entries = family.entries.filter(entry => entry.paymentKey === payment.key);
    expect(entries.map(entry => entry.event)).toEqual(['earlier_payment']);
    expect(sum(entries.flatMap(entry => entry.lines.map(line => line.debitCents)))).toBe(
      payment.amountCents,
    );
  }
}

test('in any family of any seed, balances are the sums of their ledger lines', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 20, max: 900_000 }), (seed, index) => {
      const ground = { seed: String(seed), calendar, identifiers: identifiersOf(String(seed)) };
      const family = drawFamily(ground, index, 6);
      expectBalanced(family);
      expectLedgersApart(family);
      expectPaymentsKept(family);
    }),
    { numRuns: 300 },
  );
});

test('the hand-written families balance too', () => {
  for (const family of seedOf(60)) {
    expectBalanced(family);
    expectLedgersApart(family);
    expectPaymentsKept(family);
  }
});
