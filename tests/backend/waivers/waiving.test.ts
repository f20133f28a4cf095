import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let call: VerifiedCall;
let supervisor: SignedIn;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  call = await verifiedCall(await backend.signIn(), personas.earl);
  supervisor = await backend.signIn('s.lindqvist');
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

async function lateFee() {
  const fee = (await call.balance()).charges.find(each => each.kind === 'late_fee');
  if (!fee) throw new Error('Nothing was billed late.');
  return fee;
}

async function ask(chargeId: string, waiverId: string = randomUUID(), reason = 'was in hospital') {
  const body = { chargeId, reason, verificationId: call.verificationId };
  const answer = await call.desk.ask('askWaiver', { params: { waiverId }, body });
  return answer.ok ? answer.value.state : answer.problem.code;
}

async function decide(
  waiverId: string,
  decision: 'approve' | 'decline',
  by: SignedIn = supervisor,
) {
  const answer = await by.ask('decideApproval', {
    params: { kind: 'fee_waiver', approvalId: waiverId },
    body: { decision, reason: 'the first one in years', follows: 'waive' },
  });
  return answer.ok ? answer.value.state : answer.problem.code;
}

const waivers = async () => {
  const params = { guarantorId: (await call.balance()).guarantor.guarantorId };
  const query = { verificationId: call.verificationId };
  return (await call.desk.value('waivers', { params, query })).waivers;
};

it('a late fee that a caller asks not to pay is waived by a supervisor, with balanced lines and nothing else', async () => {
  const before = await call.balance();
  const fee = await lateFee();
  const waiverId = randomUUID();
  expect(await ask(fee.chargeId, waiverId)).toBe('requested');
  expect(await ask(fee.chargeId, waiverId)).toBe('requested');
  expect(await ask(fee.chargeId, waiverId, 'another reason')).toBe('key_reused');
  expect(await ask(fee.chargeId)).toBe('waiver_open');
  const queued = async () =>
    (await supervisor.value('approvals', { query: { kind: 'fee_waiver' } })).approvals;
  expect(await queued()).toMatchObject([
    { approvalId: waiverId, amountCents: fee.openCents, askedByName: 'Rosa Ames' },
  ]);
  expect(await decide(waiverId, 'approve')).toBe('approved');
  expect(await decide(waiverId, 'approve')).toBe('approved');
  expect(await decide(waiverId, 'decline')).toBe('waiver_decided');
  expect(await queued()).toEqual([]);
  const after = await call.balance();
  expect(after.charges.find(each => each.chargeId === fee.chargeId)).toMatchObject({
    openCents: 0,
    adjustedCents: fee.adjustedCents + fee.openCents,
  });
  const others = (charges: typeof after.charges) =>
    charges.filter(each => each.chargeId !== fee.chargeId);
  expect(others(after.charges)).toEqual(others(before.charges));
  const sum = ({ accounts }: typeof after) =>
    accounts.reduce((cents, account) => cents + account.balanceCents, 0);
  expect(sum(after)).toBe(sum(before) - fee.openCents);
  const { rows } = await backend.pool.query(
    `SELECT ledger_account AS account, debit_cents AS debit, credit_cents AS credit
     FROM fee_waiver JOIN ledger_line USING (entry_id) ORDER BY line_number`,
  );
  expect(rows).toEqual([
    { account: 'late_fee_revenue', debit: fee.openCents, credit: 0 },
    { account: 'medical_receivable', debit: 0, credit: fee.openCents },
  ]);
  expect(await waivers()).toMatchObject([
    { state: 'waived', decidedByName: 'Sanna Lindqvist', decidedWhy: 'the first one in years' },
  ]);
  expect(await ask(fee.chargeId)).toBe('nothing_to_waive');
});

it('a late fee whose waiver is denied stays to be paid, and may be asked for again', async () => {
  const fee = await lateFee();
  const waiverId = randomUUID();
  await ask(fee.chargeId, waiverId);
  expect(await decide(waiverId, 'decline')).toBe('declined');
  expect((await lateFee()).openCents).toBe(fee.openCents);
  expect(await ask(fee.chargeId)).toBe('requested');
});

it('only what is open of a late fee is waived, once, whoever decides at the same time', async () => {
  const fee = await lateFee();
  const waiverId = randomUUID();
  await ask(fee.chargeId, waiverId);
  const allocation = [{ chargeId: fee.chargeId, amountCents: fee.openCents - 500 }];
  const order = await call.order(fee.openCents - 500, { allocation } as never);
  expect(await call.pay(order)).toMatchObject({ value: { state: 'approved' } });
  const both = await Promise.all([decide(waiverId, 'approve'), decide(waiverId, 'decline')]);
  expect(both.filter(each => each === 'waiver_decided')).toHaveLength(1);
  const after = await lateFee();
  expect([0, 500]).toContain(after.openCents);
  expect(after.paidCents).toBe(fee.openCents - 500);
});

it('a waiver is for a late fee of the caller on the line, and never decided by whoever asked', async () => {
  const { charges } = await call.balance();
  const other = charges.find(each => each.kind !== 'late_fee');
  expect(await ask(other?.chargeId ?? '')).toBe('not_a_late_fee');
  expect(await ask(randomUUID())).toBe('not_found');
  const fee = await lateFee();
  expect(await ask(fee.chargeId, randomUUID(), '4111 1111 1111 1111')).toBe('card_in_reason');
  const waiverId = randomUUID();
  await ask(fee.chargeId, waiverId);
  expect(await decide(waiverId, 'approve', call.desk)).toBe('not_allowed');
  expect(await decide(randomUUID(), 'approve')).toBe('waiver_not_found');
  // Made a supervisor since, the one who asked still may not decide.
  await backend.pool.query("UPDATE user_account SET role = 'supervisor' WHERE user_id = 'r.ames'");
  expect(await decide(waiverId, 'approve', await backend.signIn('r.ames'))).toBe('own_waiver');
});
