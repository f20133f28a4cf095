import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { closeBusinessDay, readBusinessDay } from '#tests/support/business-days.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
const reason = 'looked at the statement';

let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  const audit = { key: newAuditKey(), folder, sealEveryMs: 50 };
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', audit });
  await paidCards(backend, [5_000, 700]);
  backend.moveTo('2026-11-24T20:00-08:00');
  supervisor = await backend.signIn('s.lindqvist');
  const day = await readBusinessDay(supervisor, '2026-11-24');
  expect(await closeBusinessDay(supervisor, day)).toMatchObject({ ok: true });
});
afterAll(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = async (asked: ReturnType<SignedIn['ask']>) => {
  const answer = await asked;
  return answer.ok ? 'done' : answer.problem.code;
};

describe('a correction', () => {
  const correct = (body: object, correctionId: string = randomUUID(), on = '2026-11-24') =>
    supervisor.ask('correctDay', {
      params: { region: 'NCAL', day: on, correctionId },
      body: {
        stage: 'taken',
        method: 'card',
        amountCents: -100,
        paymentKey: null,
        reason,
        ...body,
      },
    } as never);

  test('of a day that runs, or that nobody has closed, is refused', async () => {
    for (const on of ['2026-11-25', '2026-11-23', '2027-11-24']) {
      expect(await codeOf(correct({}, randomUUID(), on))).toBe('day_not_closed');
    }
  });

  test('under the id of another one is refused, in whatever the two differ', async () => {
    const correctionId = randomUUID();
    const { rows } = await backend.pool.query(
      `SELECT key FROM payment JOIN guarantor USING (guarantor_id) WHERE region = 'NCAL' LIMIT 1`,
    );
    expect(await codeOf(correct({}, correctionId))).toBe('done');
    expect(await codeOf(correct({}, correctionId))).toBe('done');
    for (const other of [
      { stage: 'settled' },
      { method: 'ach' },
      { amountCents: 100 },
      { paymentKey: rows[0].key },
      { reason: 'something else' },
    ]) {
      expect(await codeOf(correct(other, correctionId))).toBe('key_reused');
    }
    const { rowCount } = await backend.pool.query('SELECT FROM day_correction');
    expect(rowCount).toBe(1);
  });

  test('names no payment of another region, and does not say whether there is one', async () => {
    const { rows } = await backend.pool.query(
      `SELECT key FROM payment JOIN guarantor USING (guarantor_id) WHERE region <> 'NCAL' LIMIT 1`,
    );
    expect(await codeOf(correct({ paymentKey: rows[0].key }))).toBe('payment_not_found');
    const nobodys = '0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10';
    expect(await codeOf(correct({ paymentKey: nobodys }))).toBe('payment_not_found');
  });
});
