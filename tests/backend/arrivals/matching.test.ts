import { beforeEach, describe, expect, it } from 'vitest';
import { matchWaiting } from '#backend/arrivals/match-arrival.ts';
import type { Database } from '#backend/database/connect.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { openDb, received, statement, take, today, waiting } from './statements.ts';

let backend: TestBackend;
let db: Database;
let call: VerifiedCall;
let sent: ReturnType<typeof sentOf>;
let number: string;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-17T18:00Z', resolveEveryMs: 60_000 });
  db = openDb(backend);
  await callFrom(personas.marisol);
  return async () => {
    expect((await ledgerReport(backend.pool)).differences).toEqual([]);
    await db.destroy();
    await backend.stop();
  };
});

async function callFrom(persona: (typeof personas)[keyof typeof personas]) {
  call = await verifiedCall(await backend.signIn(), persona);
  sent = sentOf(call, backend);
  number = (await call.balance()).guarantor.billPayNumber;
}

const dollars = (cents: number) => (cents / 100).toFixed(2);
async function expectWire(changes = {}) {
  const wire = sent.wire(number, changes);
  await call.desk.value('keepExpectedWire', wire);
  return wire.body;
}
const openOf = async (ledger: string) =>
  (await call.balance()).accounts
    .filter(each => each.ledger === ledger)
    .reduce((sum, each) => sum + each.balanceCents, 0);

describe('a wire', () => {
  it('is matched by its reference however the bank wrote it, and pays the oldest charge first', async () => {
    const { reference } = await expectWire();
    const before = await openOf('medical');
    const written = `/RFB/ ${reference.slice(0, 5).toLowerCase()} ${reference.slice(5, 12)}-${reference.slice(12)} OBI`;
    const taken = await take(db, backend, statement({ amount: '312.40', remittance: written }));
    expect(taken).toMatchObject({ matched: { count: 1, cents: 31_240 }, unmatched: { count: 0 } });
    expect(await received(backend, call.guarantorId)).toMatchObject([
      { state: 'received', method: 'wire', cents: 31_240, credit: 0, reference, ledgers: 1 },
    ]);
    expect(await openOf('medical')).toBe(before - 31_240);
    const [payment] = (await call.balance()).payments;
    expect(payment).toMatchObject({ state: 'received', postingOn: today, confirmation: null });
    expect((await call.balance()).noted.wires).toEqual([]);
  });

  it('that is too small pays what came, and says what it lacks', async () => {
    const { reference } = await expectWire();
    const taken = await take(db, backend, statement({ amount: '300.00', remittance: reference }));
    expect(taken.under).toEqual({ count: 1, cents: 1_240 });
    const [payment] = await received(backend, call.guarantorId);
    expect(payment).toMatchObject({ cents: 30_000, credit: 0 });
    expect(payment?.why).toMatch(/\$12\.40 less than the \$312\.40 expected$/);
  });

  it('that is more than is open leaves a credit, which the supervisor sees', async () => {
    await callFrom(personas.consuelo);
    const { reference } = await expectWire({ ledger: 'premium' });
    const [open, care] = [await openOf('premium'), await openOf('medical')];
    const amount = dollars(open + 5_000);
    const taken = await take(db, backend, statement({ amount, remittance: reference }));
    expect(taken.unapplied).toEqual({ count: 1, cents: 5_000 });
    expect([await openOf('premium'), await openOf('medical')]).toEqual([0, care]);
    const supervisor = await backend.signIn('s.lindqvist');
    expect((await supervisor.value('unappliedCredits', {})).credits).toMatchObject([
      {
        creditCents: 5_000,
        amountCents: open + 5_000,
        confirmation: null,
        method: { kind: 'wire' },
      },
    ]);
    expect((await call.balance()).creditCents).toBe(5_000);
    // And once more, when nothing at all is open there.
    const again = await expectWire({ ledger: 'premium' });
    await take(db, backend, statement({ amount: '10.00', remittance: again.reference }));
    expect((await call.balance()).creditCents).toBe(6_000);
  });

  it('is matched once: the same statement again changes nothing, a second wire under its reference waits', async () => {
    const { reference } = await expectWire();
    const text = statement({ amount: '312.40', remittance: reference });
    await take(db, backend, text);
    const again = await take(db, backend, text);
    expect(again).toMatchObject({ repeated: 1, matched: { count: 0 }, unmatched: { count: 0 } });
    await take(
      db,
      backend,
      statement({ entry_id: 'twin', amount: '312.40', remittance: reference }),
    );
    expect(await received(backend, call.guarantorId)).toHaveLength(1);
    expect(await waiting(backend)).toEqual([
      { entry: 'twin', why: 'reference_used', guarantorId: call.guarantorId },
    ]);
  });

  it('is matched once by two servers that read it at the same time, in whatever order', async () => {
    const wires = [await expectWire(), await expectWire(), await expectWire({ amountCents: 100 })];
    const rows = wires.map(({ reference }) => ({ amount: '50.00', remittance: reference }));
    const one = statement(...rows);
    const [head, ...lines] = one.trimEnd().split('\r\n');
    const other = [head, ...lines.reverse(), ''].join('\r\n');
    const own = openDb(backend);
    const both = await Promise.all([take(db, backend, one), take(own, backend, other)]);
    await own.destroy();
    expect(both.reduce((sum, each) => sum + each.matched.count, 0)).toBe(3);
    expect(both.reduce((sum, each) => sum + each.repeated, 0)).toBe(3);
    expect(await received(backend, call.guarantorId)).toHaveLength(3);
  });

  it('whose expectation two entries could take is taken by one of them', async () => {
    await expectWire();
    const row = { amount: '312.40', remittance: `bill pay ${number}` };
    const own = openDb(backend);
    await Promise.all([
      take(db, backend, statement(row)),
      take(own, backend, statement({ ...row, statement_id: 'S-other' })),
    ]);
    await own.destroy();
    expect(await received(backend, call.guarantorId)).toHaveLength(1);
    expect(await waiting(backend)).toMatchObject([{ why: 'amount_differs' }]);
  });

  it('that came before its note is matched when the note is there', async () => {
    const wire = sent.wire(number);
    await take(db, backend, statement({ amount: '7.00', remittance: wire.body.reference }));
    expect(await waiting(backend)).toMatchObject([{ why: 'amount_differs' }]);
    await call.desk.value('keepExpectedWire', wire);
    const day = { region: 'NCAL', today, now: backend.now() } as const;
    expect(await matchWaiting({ db }, day)).toEqual({ done: 1, cents: 700 });
    expect(await matchWaiting({ db }, day)).toEqual({ done: 0, cents: 0 });
  });
});

describe('without a reference', () => {
  it('the number and an expected amount tell whose it is, by whatever way it was expected', async () => {
    await expectWire({ method: 'mail', amountCents: 2_500 });
    const remittance = `check 104 guarantor ${call.guarantorId}`;
    await take(db, backend, statement({ amount: '25.00', channel: 'mail', remittance }));
    expect(await received(backend, call.guarantorId)).toMatchObject([
      { method: 'mail', cents: 2_500 },
    ]);
  });

  it('the number and all that is open on one ledger do too', async () => {
    await callFrom(personas.consuelo);
    const open = await openOf('premium');
    const remittance = number.replace(/^(\d{3})(\d{3})/, '$1-$2-');
    const row = { amount: dollars(open), channel: 'bank_bill_pay', remittance };
    await take(db, backend, statement(row));
    expect(await received(backend, call.guarantorId)).toMatchObject([
      { ledger: 'premium', cents: open },
    ]);
  });

  it('what nobody can tell waits, with why', async () => {
    const wire = sent.wire(number).body.reference;
    const wrong = wire.slice(0, -1) + (wire.endsWith('3') ? '4' : '3');
    const other = personas.earl;
    const earl = (await verifiedCall(call.desk, other)).guarantorId;
    const rows = [
      ['thank you', 'nobody_named'],
      [wrong.replace(number, '9999999999'), 'reference_mistyped'],
      [`${call.guarantorId} and ${earl}`, 'several_named'],
      [number, 'amount_differs'],
    ] as const;
    const text = statement(...rows.map(([remittance]) => ({ amount: '3.33', remittance })));
    const taken = await take(db, backend, text);
    expect(taken.unmatched).toEqual({ count: 4, cents: 1_332 });
    expect((await waiting(backend)).map(each => each.why)).toEqual(rows.map(each => each[1]));
    expect(await received(backend, call.guarantorId)).toEqual([]);
  });

  it('money that went out is left alone, and a card number is not kept', async () => {
    const rows = [
      { amount: '9.00', direction: 'debit' },
      { amount: '8.00', remittance: 'my card 4242 4242 4242 4242' },
    ];
    const taken = await take(db, backend, statement(...rows));
    expect(taken).toMatchObject({ debits: { count: 1, cents: 900 }, unmatched: { count: 1 } });
    const { rows: kept } = await backend.pool.query('SELECT remittance FROM arrival');
    expect(kept).toEqual([{ remittance: 'my card [card number]' }]);
  });
});

it('an entry that says something else than when it was read before refuses the whole statement', async () => {
  await take(db, backend, statement({ entry_id: 'A', amount: '1.00' }));
  const changed = statement({ entry_id: 'new', amount: '2.00' }, { entry_id: 'A', amount: '1.01' });
  await expect(take(db, backend, changed)).rejects.toThrow(
    /^line 3: entry A of statement S-1117 was read before/,
  );
  expect(await waiting(backend)).toHaveLength(1);
});

it('nothing of what the bank said can be changed afterwards', async () => {
  await take(db, backend, statement({ amount: '1.00' }));
  await expect(backend.pool.query('DELETE FROM arrival')).rejects.toThrow(/never changes/);
  await expect(backend.pool.query('UPDATE arrival SET amount_cents = 2')).rejects.toThrow(/never/);
});
