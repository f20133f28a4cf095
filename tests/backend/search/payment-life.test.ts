import { afterAll, beforeAll, expect, it } from 'vitest';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

it('one payment’s life tells of call, verification, states, ledger and who looked, and is kept as a look', async () => {
  const { keys } = await paidCards(backend, [1_100]);
  const params = { key: keys[0] ?? '' };
  const supervisor = await backend.signIn('s.lindqvist');
  const life = await supervisor.value('paymentLife', { params });
  expect(life).toMatchObject({
    payment: { key: params.key, amountCents: 1_100, takenByName: 'Rosa Ames' },
    verification: { state: 'verified' },
    agreement: null,
    batch: null,
  });
  expect(life.call?.callId).toBeDefined();
  expect(life.verification?.factors.every(({ matched }) => matched)).toBe(true);
  expect(life.history.states.map(({ state }) => state)).toEqual(['sent', 'approved']);
  for (const { lines } of life.ledger) {
    const sum = (of: 'debitCents' | 'creditCents') =>
      lines.reduce((all, line) => all + line[of], 0);
    expect(sum('debitCents')).toBe(1_100);
    expect(sum('creditCents')).toBe(1_100);
  }
  expect(life.ledger.map(({ event }) => event)).toEqual(['card_payment_approved']);
  const again = await supervisor.value('paymentLife', { params });
  expect(again.looks[0]).toMatchObject({
    name: 'Sanna Lindqvist',
    action: 'payment_read',
    onThisCall: false,
  });
  expect(again.looks.some(({ name, onThisCall }) => name === 'Rosa Ames' && onThisCall)).toBe(true);
});

it('a payment of another region, or none, is not found; a representative may not ask', async () => {
  const { rows } = await backend.pool.query(
    `SELECT key FROM payment_search WHERE region = 'NCAL' LIMIT 1`,
  );
  const params = { key: rows[0].key as string };
  const representative = await backend.signIn('r.ames');
  expect(await representative.ask('paymentLife', { params })).toMatchObject({
    problem: { code: 'not_allowed' },
  });
  await backend.pool.query(
    `UPDATE user_account SET regions = '{HI}' WHERE user_id = 's.lindqvist'`,
  );
  const supervisor = await backend.signIn('s.lindqvist');
  expect(await supervisor.ask('paymentLife', { params })).toMatchObject({
    problem: { code: 'payment_not_found' },
  });
});
