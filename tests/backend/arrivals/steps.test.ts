import { beforeEach, describe, expect, it } from 'vitest';
import { expireExpected } from '#backend/arrivals/expire-expected.ts';
import type { Database } from '#backend/database/connect.ts';
import { evaluatePromises } from '#backend/kept/evaluate-promises.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { openDb, received, statement, take, today } from './statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
let sent: ReturnType<typeof sentOf>;
let number: string;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-17T18:00Z', resolveEveryMs: 60_000 });
  db = openDb(backend);
  call = await verifiedCall(await backend.signIn());
  sent = sentOf(call, backend);
  number = (await call.balance()).guarantor.billPayNumber;
  return async () => {
    expect((await ledgerReport(backend.pool)).differences).toEqual([]);
    await db.destroy();
    await backend.stop();
  };
});

const on = (day: string) =>
  ({ region: 'NCAL', today: day as CalendarDate, now: Date.parse(`${day}T20:00Z`) }) as const;
const promise = async () => (await call.balance()).noted.promise;
const pay = async (amount: string) => {
  const wire = sent.wire(number);
  await call.desk.value('keepExpectedWire', wire);
  await take(db, backend, statement({ amount, remittance: wire.body.reference }));
};

describe('what is expected and does not come', () => {
  it('expires by the rule of its kind, once, and is no charge', async () => {
    const wire = sent.wire(number, { expectedOn: '2026-11-18' });
    const cheque = sent.wire(number, {
      expectedOn: '2026-11-18',
      method: 'mail',
      amountCents: 100,
    });
    await call.desk.value('keepExpectedWire', wire);
    await call.desk.value('keepExpectedWire', cheque);
    // Five business days after the 18th, Thanksgiving left out, is the 25th.
    expect(await expireExpected({ db }, on('2026-11-25'))).toEqual({ done: 0, cents: 0 });
    expect(await expireExpected({ db }, { ...on('2026-11-27'), region: 'GA' })).toMatchObject({
      done: 0,
    });
    expect(await expireExpected({ db }, on('2026-11-27'))).toEqual({ done: 1, cents: 31_240 });
    expect(await expireExpected({ db }, on('2026-11-27'))).toEqual({ done: 0, cents: 0 });
    const { rows } = await backend.pool.query(
      'SELECT state, state_why FROM expected_wire ORDER BY method_kind',
    );
    expect(rows).toEqual([
      { state: 'expected', state_why: null },
      { state: 'expired', state_why: 'expected on 2026-11-18 and not here by 2026-11-27' },
    ]);
    expect((await call.balance()).noted.wires).toMatchObject([{ method: 'mail' }]);
    // The money comes all the same.
    await take(db, backend, statement({ amount: '312.40', remittance: wire.body.reference }));
    expect(await received(backend, call.guarantorId)).toMatchObject([{ cents: 31_240 }]);
  });

  it('expires once for two servers that look at the same time', async () => {
    await call.desk.value('keepExpectedWire', sent.wire(number));
    const other = openDb(backend);
    const both = await Promise.all(
      [db, other].map(each => expireExpected({ db: each }, on('2026-12-17'))),
    );
    await other.destroy();
    expect(both.reduce((sum, each) => sum + each.done, 0)).toBe(1);
  });
});

describe('a promise', () => {
  beforeEach(async () => {
    await call.desk.value('keepPromise', sent.promise({ promisedOn: sent.inDays(2) }));
  });

  it('is kept on the day on which what arrives reaches it', async () => {
    await pay('200.00');
    expect(await evaluatePromises({ db }, on(today))).toEqual({ done: 0, cents: 0 });
    await pay('112.40');
    expect(await evaluatePromises({ db }, on(today))).toEqual({ done: 1, cents: 31_240 });
    expect(await evaluatePromises({ db }, on('2026-11-25'))).toEqual({ done: 0, cents: 0 });
    expect(await promise()).toMatchObject({ keptOn: today, brokenOn: null });
  });

  it('is open on its day and broken after it', async () => {
    expect((await evaluatePromises({ db }, on('2026-11-19'))).done).toBe(0);
    expect((await evaluatePromises({ db }, { ...on('2026-11-20'), region: 'GA' })).done).toBe(0);
    expect((await evaluatePromises({ db }, on('2026-11-20'))).done).toBe(1);
    expect(await promise()).toMatchObject({ keptOn: null, brokenOn: '2026-11-20' });
  });

  it('is kept after all by money that was booked in time and read the day after', async () => {
    await evaluatePromises({ db }, on('2026-11-20'));
    await pay('312.40');
    expect((await evaluatePromises({ db }, on('2026-11-20'))).done).toBe(1);
    expect(await promise()).toMatchObject({ keptOn: today, brokenOn: null });
  });

  it('is not kept by money that was there before, or that comes too late', async () => {
    const row = { amount: '312.40', booked_on: '2026-11-16' };
    const before = sent.wire(number);
    await call.desk.value('keepExpectedWire', before);
    await take(db, backend, statement({ ...row, remittance: before.body.reference }));
    expect((await evaluatePromises({ db }, on(today))).done).toBe(0);
    const late = sent.wire(number, { amountCents: 400 });
    await call.desk.value('keepExpectedWire', late);
    const noted = await promise();
    backend.later(4 * 86_400_000);
    const { reference } = late.body;
    await take(
      db,
      backend,
      statement({ amount: '312.40', booked_on: '2026-11-20', remittance: reference }),
    );
    expect(noted).toMatchObject({ keptOn: null, brokenOn: null });
    await evaluatePromises({ db }, on('2026-11-21'));
    const { rows } = await backend.pool.query('SELECT kept_on, broken_on FROM promise_to_pay');
    expect(rows).toEqual([{ kept_on: null, broken_on: '2026-11-20' }]);
  });
});
