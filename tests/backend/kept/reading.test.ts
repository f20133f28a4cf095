import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from './sent.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-17T18:00Z', resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

const earlier = (ms: number) => new Date(backend.now() - ms).toISOString();

it('the next representative sees what earlier calls left, with who wrote it', async () => {
  const call = await verifiedCall(await backend.signIn());
  const { guarantor, noted } = await call.balance();
  expect(noted).toEqual({ promise: null, notes: [], wires: [], referrals: [] });

  const sent = sentOf(call, backend);
  const { desk } = call;
  const wire = sent.wire(guarantor.billPayNumber);
  const referral = sent.referral(personas.marisol.mrn);
  await desk.value('keepExpectedWire', wire);
  await desk.value('keepReferral', referral);
  for (let count = 0; count < 12; count += 1) {
    const writtenAt = earlier((12 - count) * 1_000);
    await desk.value('keepNote', sent.note({ writtenAt, text: `Note ${count}` }));
  }

  const next = await verifiedCall(await backend.signIn('c.okafor'));
  const seen = (await next.balance()).noted;
  expect(seen.notes.map(each => each.text)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Note ${11 - index}`),
  );
  expect(seen.notes[0]).toMatchObject({ by: 'Rosa Ames', userId: 'r.ames' });
  expect(seen.wires).toEqual([{ ...wire.body, by: seen.notes[0]?.by }]);
  expect(seen.referrals).toEqual([{ ...referral.body, by: seen.notes[0]?.by }]);
});

it('of several promises the one made last stands, whichever arrived first, and all are kept', async () => {
  const call = await verifiedCall(await backend.signIn());
  const sent = sentOf(call, backend);
  const made = (minutesAgo: number, amountCents: number) =>
    sent.promise({ amountCents, madeAt: earlier(minutesAgo * 60_000) });
  const [second, first, third] = [made(20, 200), made(30, 100), made(10, 300)];
  const standing = async () => (await call.balance()).noted.promise?.amountCents;

  await call.desk.value('keepPromise', second);
  expect(await standing()).toBe(200);
  await call.desk.value('keepPromise', first);
  expect(await standing()).toBe(200);
  await call.desk.value('keepPromise', third);
  expect(await standing()).toBe(300);

  const { rows } = await backend.pool.query(
    `SELECT amount_cents, replaced_by, replaced_at FROM promise_to_pay
     WHERE guarantor_id = $1 ORDER BY made_at`,
    [call.guarantorId],
  );
  expect(rows).toEqual([
    { amount_cents: 100, replaced_by: second.params.promiseId, replaced_at: second.body.madeAt },
    { amount_cents: 200, replaced_by: third.params.promiseId, replaced_at: third.body.madeAt },
    { amount_cents: 300, replaced_by: null, replaced_at: null },
  ]);
});

it('a guest payer hears nothing of it', async () => {
  const guest = await verifiedCall(await backend.signIn(), personas.marisol, 'guest_payer');
  await expect(guest.balance()).rejects.toThrow('not_verified');
});
