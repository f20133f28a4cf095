import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import {
  captureCard,
  moneyMoved,
  partOfTheBill,
  truthOf,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

const current = () => desk.value('call.current', null);

/** Captures a card and keeps it by the caller's yes: its id. */
async function keepCard(): Promise<string> {
  await captureCard(desk);
  const { storedMethodId } = await desk.value('storedMethods.keep', { language: 'es' });
  if (!storedMethodId) throw new Error('It was not kept.');
  return storedMethodId;
}

describe('a card that is kept', () => {
  test('takes the place of a capture, is in the journal by its id before it is sent, and is charged once', async () => {
    const methodId = await keepCard();
    await desk.value('capture.discard', null);
    expect(await current()).toMatchObject({ card: null, storedMethodId: null });
    const { methods } = await desk.value('storedMethods.list', null);
    expect(methods).toMatchObject([{ methodId, standing: 'good', method: { last4: '4242' } }]);
    const chosen = await desk.value('storedMethods.choose', { methodId });
    expect(chosen).toMatchObject({
      storedMethodId: methodId,
      card: { brand: 'visa', last4: '4242', goodThrough: '2031-04' },
      recording: 'on',
    });
    await backend.orderFault({ kind: 'time_out_after_acting' });
    const attempt = await desk.value('payments.submit', partOfTheBill);
    expect((await backend.faults())[0]?.happened).toBe(1);
    const { journal } = desk.desk;
    const row = journal
      .prepare('SELECT stored_method_id AS id, method_kind AS kind FROM payment_attempt')
      .all();
    expect(row).toEqual([{ id: methodId, kind: 'card' }]);
    expect((await truthOf(desk, attempt.key)).state).toBe('approved');
    expect(await moneyMoved(backend)).toMatchObject({
      processorCharges: 1,
      processorCents: 10_000,
    });
    // What was chosen is good for one attempt.
    const again = await desk.ask('payments.submit', { ...partOfTheBill, totalSeenCents: null });
    expect(again).toMatchObject({ ok: false, reason: 'no_card' });
    const [token] = (await backend.pool.query('SELECT token FROM stored_method')).rows;
    expect(filesHolding(desk.folder, token.token)).toEqual([]);
    const kept = (await backend.pool.query('SELECT consent FROM stored_method')).rows[0].consent;
    expect(kept).toMatchObject({ language: 'es' });
  });

  test('that is asked to be kept again after a silence is kept once', async () => {
    await captureCard(desk);
    await backend.orderFault({ kind: 'time_out_after_acting', on: 'store' });
    expect(await desk.ask('storedMethods.keep', { language: 'en' })).toMatchObject({
      ok: false,
      reason: 'unavailable',
    });
    expect((await backend.faults())[0]?.happened).toBe(1);
    expect(await current()).toMatchObject({ card: { last4: '4242' }, storedMethodId: null });
    await desk.value('storedMethods.keep', { language: 'en' });
    expect((await backend.pool.query('SELECT FROM stored_method')).rows).toHaveLength(1);
  });

  test('goes by the caller’s word, and is nobody’s to use from then on', async () => {
    const methodId = await keepCard();
    await desk.value('storedMethods.remove', { methodId });
    expect(await current()).toMatchObject({ card: null, storedMethodId: null });
    expect(await desk.ask('storedMethods.choose', { methodId })).toMatchObject({
      ok: false,
      reason: 'method_not_found',
    });
    expect(await desk.value('storedMethods.list', null)).toEqual({ methods: [] });
    expect((await current())?.events.at(-1)).toMatchObject({ kind: 'kept_removed' });
  });

  test('that has expired cannot be chosen, with the sentence to say', async () => {
    const methodId = await keepCard();
    await backend.pool.query("UPDATE stored_method SET good_through = '2025-10'");
    expect(await desk.ask('storedMethods.choose', { methodId })).toMatchObject({
      ok: false,
      reason: 'stored_card_expired',
      message: expect.stringContaining('has expired'),
    });
  });

  test('is not told to a guest who pays for somebody', async () => {
    await keepCard();
    const { value, ask } = desk;
    await value('capture.discard', null);
    await value('call.wrapUp', { disposition: 'will_pay_later', notes: '', followUps: [] });
    await value('call.start', { language: 'en', interpreter: false, tty: false });
    await value('patients.choose', { mrn: personas.marisol.mrn });
    await value('verification.begin', { callerRole: 'guest_payer' });
    expect(await ask('storedMethods.list', null)).toMatchObject({
      ok: false,
      reason: 'not_verified',
    });
  });
});
