import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { RunningBackend } from '#backend/start.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute, type SignedIn } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { expectStateToBecome, stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const { edith, priya, darnell, hannah } = personas;
const bills = [edith, priya, darnell, hannah];

let backend: TestBackend;
let other: RunningBackend;
let supervisor: SignedIn;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend();
  other = await backend.startAnother();
  supervisor = await backend.signIn('s.lindqvist');
});
beforeEach(async () => {
  call = await verifiedCall(await backend.signIn(), bills.pop());
});
afterEach(() => backend.forgetFaults());
afterAll(() => backend.stop());

const urls = () => [backend.url, other.url];
const override = (url: string, key: string, reason: string) =>
  askRoute(url, 'overridePayment', { params: { key }, body: { reason } }, supervisor.session.token);
const holders = async () =>
  (
    await backend.pool.query(
      'SELECT DISTINCT held_by FROM account WHERE guarantor_id = $1 AND held_by IS NOT NULL',
      [call.guarantorId],
    )
  ).rows.map(row => row.held_by);

it('ten overrides at once through two servers: one is kept, everybody hears of that one', async () => {
  const first = await payUnknown(backend, call, 2_000, true);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, nth) =>
      override(urls()[nth % 2] ?? '', first.key, `reason ${nth}`),
    ),
  );
  expect(answers.every(answer => answer.ok)).toBe(true);
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
  const kept = await backend.pool.query('SELECT FROM payment_override WHERE payment_key = $1', [
    first.key,
  ]);
  expect(kept.rowCount).toBe(1);
});

it('an override at the instant of the truth: either it came first or it is told the outcome', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    const { key, learn } = await payUnknown(backend, call, 100 + round, true);
    await backend.forgetFaults();
    backend.later(3_000);
    await new Promise(resolve => setTimeout(resolve, round * 12));
    const answer = await override(urls()[round % 2] ?? '', key, 'is in a hurry');
    outcomes.add(answer.ok ? 'overridden' : answer.problem.code);
    await learn('approved');
    expect(await holders()).toEqual([]);
  }
  expect([...outcomes].every(each => ['overridden', 'outcome_approved'].includes(each))).toBe(true);
  await expectBooksToAgree(backend.pool);
});

it('two payments after one override: one is taken, and holds the account in its own name', async () => {
  const first = await payUnknown(backend, call, 2_000, true);
  await override(backend.url, first.key, 'is in a hurry');
  const colleague = await verifiedCall(await backend.signIn('c.okafor'), personas.priya);
  expect(colleague.guarantorId).toBe(call.guarantorId);
  await backend.orderFault({ kind: 'slow', delayMs: 400 });
  const keys = [newKey(), newKey()];
  const orders = [await call.order(2_100), await colleague.order(2_200)];
  const going = [call.pay(orders[0] as never, keys[0]), colleague.pay(orders[1] as never, keys[1])];
  await expect.poll(holders).toHaveLength(1);
  expect(keys).toContain((await holders())[0]);
  const outcomes = (await Promise.all(going)).map(answer =>
    answer.ok ? answer.value.state : answer.problem.code,
  );
  expect(outcomes.sort()).toEqual(['account_held', 'approved']);
  expect(await stateOf(backend.pool, first.key)).toBe('unknown');
  await first.learn('approved');
  await expectBooksToAgree(backend.pool);
});

it('both come true at once on two servers: each cent is paid once or is a credit', async () => {
  const owedCents = (await call.balance()).charges.reduce((sum, each) => sum + each.openCents, 0);
  const first = await payUnknown(backend, call, owedCents, true);
  await override(backend.url, first.key, 'is in a hurry');
  const second = await payUnknown(backend, call, owedCents, true);
  await override(other.url, second.key, 'is in a hurry still');
  await backend.forgetFaults();
  backend.later(3_000);
  for (const { key } of [first, second]) await expectStateToBecome(backend.pool, key, 'approved');
  const { charges, creditCents } = await call.balance();
  expect(charges.reduce((sum, each) => sum + each.openCents, 0)).toBe(0);
  expect(creditCents).toBe(owedCents);
  await expectBooksToAgree(backend.pool);
});
