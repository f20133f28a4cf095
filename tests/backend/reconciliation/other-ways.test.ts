import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#backend/database/connect.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { inShort, readBusinessDay } from '#tests/support/business-days.ts';
import { sumsThatDiffer } from '#tests/support/day-cells.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { openDb, statement, take } from '../arrivals/statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T10:00-08:00', resolveEveryMs: 60_000 });
  db = openDb(backend);
  call = await verifiedCall(await backend.signIn());
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

const day = async () => readBusinessDay(await backend.signIn('s.lindqvist'), '2026-11-17');
const rows = async () => (await day()).rows.map(inShort);

it('what is given back before the cut-off is taken and voided on the same day', async () => {
  const key = newKey();
  await call.pay(await call.order(2_500), key);
  await call.desk.value('voidPayment', { params: { key }, body: { reason: 'wrong card' } });
  expect(await rows()).toEqual([
    'taken card: 1/2500 1/2500 1/2500, 0 differ',
    'voided card: 1/2500 1/2500 1/2500, 0 differ',
  ]);
});

it('a wire that was matched agrees with the statement, and one that only names somebody is theirs alone', async () => {
  const number = (await call.balance()).guarantor.billPayNumber;
  const wire = sentOf(call, backend).wire(number);
  await call.desk.value('keepExpectedWire', wire);
  const announced = { amount: '312.40', remittance: wire.body.reference };
  await take(db, backend, statement(announced, { amount: '0.07', remittance: number }));
  const { rows: shown } = await day();
  expect(shown.filter(({ method }) => method === 'wire').map(inShort)).toEqual([
    'taken wire: 1/31240 2/31247 1/31240, 1 differ',
  ]);
  expect(shown.flatMap(({ findings }) => findings)).toMatchObject([
    { paymentKey: null, ours: null, theirs: 7, ledger: null },
  ]);
});

it('what was voided, and what came by wire, is named behind each of its sums', async () => {
  const { differing, looked } = await sumsThatDiffer(
    await backend.signIn('s.lindqvist'),
    await day(),
  );
  expect(differing).toEqual([]);
  expect(looked).toEqual(
    expect.arrayContaining(['voided card theirs', 'taken wire theirs', 'taken wire ledger']),
  );
});

it('a payment whose outcome nobody knows is said, and is in no sum', async () => {
  await backend.orderFault({ kind: 'time_out_before_acting', times: 1_000 });
  const key = newKey();
  await call.pay(await call.order(900), key);
  expect((await backend.faults()).some(({ happened }) => happened > 0)).toBe(true);
  expect(await day()).toMatchObject({ open: { count: 1, cents: 900 } });
});
