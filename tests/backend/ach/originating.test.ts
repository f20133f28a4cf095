import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AchParts } from '#backend/ach/ach-parts.ts';
import { BankSilent } from '#backend/ach/bank-port.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { readAch } from '#shared/ach/read-ach.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { everythingKept } from '#tests/support/everything-kept.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol, otis } = personas;
const ACCOUNT = '70031842975516';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
});
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await ach.end();
  await backend.stop();
});

const pay = (persona = marisol, amount = 10_000, account = ACCOUNT, on = '2026-11-24') =>
  debit(backend, persona, amount, account, on);
const files = async () =>
  (await backend.pool.query('SELECT * FROM ach_file ORDER BY written_at')).rows;

/** The same parts with a bank that tells what it heard. */
function heard(parts: AchParts, silent = false) {
  const texts: string[] = [];
  const bank: AchParts['bank'] = {
    ...parts.bank,
    async handOver(id, text) {
      texts.push(text);
      await parts.bank.handOver(id, text);
      if (silent) throw new BankSilent('no answer');
    },
  };
  return { texts, parts: { ...parts, bank } };
}

describe('the file of a cut-off', () => {
  it('is not written before the cut-off, and once after it', async () => {
    const key = await pay();
    backend.moveTo('2026-11-24T16:59-08:00');
    expect(await originateAch(ach)).toEqual({ files: 0, entries: 0, handedOver: 0 });
    expect(await stateOf(backend.pool, key)).toBe('approved');
    backend.moveTo('2026-11-24T17:00:01-08:00');
    const { texts, parts } = heard(ach);
    expect(await originateAch(parts)).toEqual({ files: 1, entries: 1, handedOver: 1 });
    expect(await originateAch(parts)).toEqual({ files: 0, entries: 0, handedOver: 0 });
    expect(await stateOf(backend.pool, key)).toBe('originated');
    expect(texts).toHaveLength(1);
    const report = readAch(texts[0] ?? '');
    expect(report).toMatchObject({ ok: true, batches: 1, entries: 1, debitCents: 10_000 });
    expect(texts[0]).toContain('TELBILL PAYMT');
    expect(texts[0]).toMatch(/^5225.{65}261125/m);
    expect(texts[0]).toMatch(/^627\d{9}70031842975516 {3}0000010000.{15}Marisol Vega/m);
  });

  it('holds the debits of one bank and zone; those for a later day wait for it', async () => {
    const now = [await pay(), await pay(marisol, 4_200)];
    const later = await pay(marisol, 1_100, ACCOUNT, '2026-12-03');
    backend.moveTo('2026-11-24T17:05-08:00');
    expect(await originateAch(ach)).toMatchObject({ files: 1, entries: 2 });
    expect(await Promise.all(now.map(key => stateOf(backend.pool, key)))).toEqual(
      Array(2).fill('originated'),
    );
    expect(await stateOf(backend.pool, later)).toBe('approved');
    backend.moveTo('2026-12-02T17:05-08:00');
    expect(await originateAch(ach)).toMatchObject({ files: 1, entries: 1 });
    const { rows } = await backend.pool.query(
      'SELECT settles_on, trace FROM ach_entry ORDER BY trace',
    );
    expect(rows.map(each => each.settles_on)).toEqual(['2026-11-25', '2026-11-25', '2026-12-03']);
    expect(rows.map(each => Number(each.trace.slice(8)))).toEqual([1, 2, 3]);
  });

  it('settles on no holiday: what is agreed on the eve of Thanksgiving settles on the Friday', async () => {
    backend.moveTo('2026-11-25T10:00-08:00');
    await pay(marisol, 10_000, ACCOUNT, '2026-11-25');
    backend.moveTo('2026-11-25T17:05-08:00');
    await originateAch(ach);
    const { rows } = await backend.pool.query('SELECT settles_on FROM ach_entry');
    expect(rows).toEqual([{ settles_on: '2026-11-27' }]);
  });

  it('is one although several servers write at once', async () => {
    const keys = [await pay(), await pay(otis, 2_500), await pay(marisol, 4_200)];
    backend.moveTo('2026-11-24T17:05-08:00');
    const others = [achOf(backend), achOf(backend), achOf(backend)];
    const counts = await Promise.all([ach, ...others].map(parts => originateAch(parts)));
    expect(counts.reduce((sum, each) => sum + each.entries, 0)).toBe(3);
    const { rows } = await backend.pool.query('SELECT payment_key FROM ach_entry');
    expect(rows.map(each => each.payment_key).sort()).toEqual([...keys].sort());
    const { rows: taken } = await backend.pool.query('SELECT * FROM sandbox_bank.entry');
    expect(taken).toHaveLength(3);
    await Promise.all(others.map(parts => parts.end()));
  });

  it('is handed over again, byte for byte the same, after the bank’s answer was lost', async () => {
    await pay();
    backend.moveTo('2026-11-24T17:05-08:00');
    const lost = heard(ach, true);
    expect(await originateAch(lost.parts)).toMatchObject({ entries: 1, handedOver: 0 });
    expect((await files())[0]?.handed_over_at).toBeNull();
    const again = heard(ach);
    expect(await originateAch(again.parts)).toEqual({ files: 0, entries: 0, handedOver: 1 });
    expect(again.texts).toEqual(lost.texts);
    const { rows: taken } = await backend.pool.query('SELECT * FROM sandbox_bank.entry');
    expect(taken).toHaveLength(1);
  });

  it('leaves no account number readable in the database', async () => {
    await pay(marisol, 10_000, '70031842977701');
    backend.moveTo('2026-11-24T17:05-08:00');
    await originateAch(ach);
    const { rows } = await backend.pool.query('SELECT sealed FROM sandbox_bank.entry');
    expect(rows[0]?.sealed).toBeInstanceOf(Buffer);
    const kept = `${await everythingKept(backend.pool)}${JSON.stringify(await files())}`;
    const hex = Buffer.from('70031842977701').toString('hex');
    expect([kept.includes('70031842977701'), kept.includes(hex)]).toEqual([false, false]);
  });

  it('leaves out what is being taken back and what may not be debited, and sends the others', async () => {
    const blocked = await pay(otis, 2_500, '5500119922');
    const fine = await pay();
    await backend.pool.query(
      `INSERT INTO blocked_bank_account (fingerprint, return_code, blocked_at)
       SELECT bank_fingerprint, 'R02', now() FROM payment WHERE key = $1`,
      [blocked],
    );
    backend.moveTo('2026-11-24T17:05-08:00');
    await originateAch(ach);
    await originateAch(ach);
    expect(await stateOf(backend.pool, fine)).toBe('originated');
    expect(await stateOf(backend.pool, blocked)).toBe('approved');
    const { rows } = await backend.pool.query('SELECT kind, payment_key, to_do FROM ach_exception');
    expect(rows).toEqual([{ kind: 'not_sent', payment_key: blocked, to_do: 'other_account' }]);
  });
});
