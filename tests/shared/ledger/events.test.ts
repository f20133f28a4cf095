import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LedgerAccount } from '#shared/ledger/chart.ts';
import { LedgerEvent, type LedgerPart, linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';

const anyPart: fc.Arbitrary<LedgerPart> = fc.record({
  accountId: fc.uuid(),
  chargeId: fc.uuid(),
  ledger: fc.constantFrom('medical', 'premium'),
  amountCents: fc.integer({ min: 1, max: 1e9 }).map(cents),
});

const part = (ledger: 'medical' | 'premium'): LedgerPart => ({
  accountId: 'account',
  chargeId: 'charge',
  ledger,
  amountCents: cents(31_240),
});

describe('the ledger', () => {
  test.each(LedgerEvent.options)(
    '%s writes debits and credits that are equal, charge by charge',
    event => {
      fc.assert(
        fc.property(fc.array(anyPart), parts => {
          const lines = linesOf(event, parts);
          for (const { chargeId, amountCents } of parts) {
            const own = lines.filter(line => line.chargeId === chargeId);
            const sum = (side: 'debitCents' | 'creditCents') =>
              own.reduce((total, line) => total + line[side], 0);
            expect(sum('debitCents')).toBe(sum('creditCents'));
            expect(sum('debitCents')).toBeGreaterThanOrEqual(amountCents);
          }
          for (const line of lines) {
            expect(Math.min(line.debitCents, line.creditCents)).toBe(0);
            expect(line.debitCents + line.creditCents).toBeGreaterThan(0);
            expect(LedgerAccount.options).toContain(line.ledgerAccount);
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each(LedgerEvent.options)('%s never moves money from one ledger to the other', event => {
    const accounts = (ledger: 'medical' | 'premium') =>
      linesOf(event, [part(ledger)]).map(line => line.ledgerAccount);
    expect(accounts('medical')).not.toContain('premium_receivable');
    expect(accounts('premium')).not.toContain('medical_receivable');
  });

  test.each<readonly [string, readonly LedgerEvent[]]>([
    ['a card payment and its void', ['card_payment_approved', 'card_payment_voided']],
    ['a card payment and its refund', ['card_payment_approved', 'card_payment_refunded']],
    ['an ACH debit and its void', ['ach_payment_approved', 'ach_payment_voided']],
    ['an ACH debit and its refund', ['ach_payment_approved', 'ach_payment_refunded']],
    ['an ACH debit returned early', ['ach_payment_approved', 'ach_returned_unsettled']],
    [
      'an ACH debit returned after it settled',
      ['ach_payment_approved', 'ach_payment_settled', 'ach_returned_settled'],
    ],
    ['money that arrived and its refund', ['payment_received', 'received_payment_refunded']],
  ])('%s leave nothing behind', (_what, events) => {
    const net = new Map<string, number>();
    for (const line of events.flatMap(event => linesOf(event, [part('medical')]))) {
      const before = net.get(line.ledgerAccount) ?? 0;
      net.set(line.ledgerAccount, before + line.debitCents - line.creditCents);
    }
    expect([...net.values()].filter(cents => cents !== 0)).toEqual([]);
    expect(net.size).toBeGreaterThan(1);
  });
});
