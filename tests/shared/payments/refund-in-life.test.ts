import { expect, it } from 'vitest';
import { lifeEvents } from '#shared/billing/life-events.ts';
import type { FollowedRefund, PaymentHistory } from '#shared/billing/payment-history.ts';
import { createWords } from '#shared/words/words.ts';

const t = createWords('en').getFixedT('en', 'afterPayment');

const refund = {
  refundKey: '019a8f00-0000-7000-8000-000000000001',
  state: 'refunded',
  stateAt: '2026-11-24T18:00:00Z',
  amountCents: 20_000,
  askedAt: '2026-11-24T17:00:00Z',
  reason: 'paid twice',
  askedByName: 'Rosa Ames',
  decidedByName: 'Sanna Lindqvist',
  decidedWhy: 'was paid twice',
  stateWhy: null,
  paidOut: null,
} as FollowedRefund;

/** What is said of a refund in the life of its payment. */
function saidOf(mover: Pick<FollowedRefund, 'byName' | 'through'>): readonly string[] {
  const refunds = [{ ...refund, ...mover }];
  const empty = { states: [], tries: [], traces: [], receipts: [], approvals: [] };
  const events = lifeEvents(t, { ...empty, refunds } as unknown as PaymentHistory);
  return events.flatMap(({ why }) => why);
}

const people = ['asked for by Rosa Ames: paid twice', 'decided by Sanna Lindqvist: was paid twice'];

it.each([
  ['card processor', 'by the card processor, when it was asked'],
  ['bank file', 'by the file of the bank'],
  ['run ach_settlement', 'by the run of ACH settlement'],
  ['database postgres', 'by hand in the database, as postgres'],
])('the life of a payment tells of its refund that it went through %s', (through, said) => {
  expect(saidOf({ byName: null, through })).toEqual([...people, said]);
});

it('whoever decided a refund is named once where they also moved it', () => {
  expect(saidOf({ byName: 'Sanna Lindqvist', through: null })).toEqual(people);
  expect(saidOf({ byName: 'Mara Reyes', through: null })).toEqual([...people, 'by Mara Reyes']);
});
