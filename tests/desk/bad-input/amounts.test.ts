import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { PaymentDraft } from '#shared/desk/payment-calls.ts';
import { cents } from '#shared/money/cents.ts';
import {
  captureCard,
  MARISOL_OWES,
  moneyMoved,
  partOfTheBill,
  verifiedCall,
} from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const nothingMoved = { processorCharges: 0, processorCents: 0, ledgerCents: 0, approvedCents: 0 };

let backend: TestBackend;
let desk: TestDesk;
let balance: Balance;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { running: false });
  await verifiedCall(desk);
  balance = (await desk.value('balance.read', null)).balance;
  await captureCard(desk);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

/** Submits and holds that nothing was written, nothing moved and the captured card is still there. */
async function refusedFor(draft: object) {
  const before = whatIsWritten(desk);
  const reply = await desk.ask('payments.submit', { ...partOfTheBill, ...draft } as PaymentDraft);
  expect(whatIsWritten(desk)).toEqual(before);
  expect(await moneyMoved(backend)).toEqual(nothingMoved);
  expect((await desk.value('call.current', null))?.card).toMatchObject({ last4: '4242' });
  return reply;
}

const openCharges = () => balance.charges.filter(charge => charge.openCents > 0);

test.each([
  ['zero', 0],
  ['negative', -10_000],
  ['half a cent', 100.5],
  ['not a number', Number.NaN],
  ['endless', Number.POSITIVE_INFINITY],
  ['more than any account holds', 1e13],
  ['a text', '100.00'],
  ['missing', undefined],
])('an amount that is %s is refused at its field', async (_, amountCents) => {
  expectRefused(await refusedFor({ amountCents }), 'bad_input', 'amountCents');
});

test('one cent more than is open is refused, and the captured card is not spent on it', async () => {
  const amountCents = cents(MARISOL_OWES + 1);
  expectRefused(await refusedFor({ amountCents }), 'amount_over_balance', 'amountCents');
});

test('a total that is not what the caller was told is refused before anything is sent', async () => {
  expectRefused(await refusedFor({ totalSeenCents: cents(MARISOL_OWES - 1) }), 'balance_changed');
});

describe('a split by hand', () => {
  const part = (index: number, amountCents: number) => ({
    chargeId: openCharges()[index]?.chargeId,
    amountCents,
  });

  test('that does not add up is refused', async () => {
    for (const second of [4_999, 5_001]) {
      const allocation = [part(0, 5_000), part(1, second)];
      expectRefused(await refusedFor({ allocation }), 'allocation_mismatch', 'allocation');
    }
  });

  test('that names a charge twice is refused', async () => {
    const allocation = [part(0, 5_000), part(0, 5_000)];
    expectRefused(await refusedFor({ allocation }), 'allocation_mismatch', 'allocation');
  });

  test('that pays a charge of somebody else is refused', async () => {
    const { rows } = await backend.pool.query(
      'SELECT charge_id FROM charge WHERE guarantor_id <> $1 AND open_cents > 10000 LIMIT 1',
      [personas.marisol.guarantorId],
    );
    const allocation = [{ chargeId: rows[0].charge_id, amountCents: 10_000 }];
    expectRefused(await refusedFor({ allocation }), 'allocation_mismatch', 'allocation');
  });

  test('that pays more on a charge than is open there is refused', async () => {
    const amountCents = cents((openCharges()[0]?.openCents ?? 0) + 1);
    const allocation = [part(0, amountCents)];
    expectRefused(
      await refusedFor({ amountCents, allocation }),
      'amount_over_balance',
      'allocation',
    );
  });

  test.each([
    ['nothing in it', []],
    ['a part of zero', [{ chargeId: '01909090-0000-7000-8000-000000000000', amountCents: 0 }]],
    ['a charge that is no identifier', [{ chargeId: 'the knee', amountCents: 10_000 }]],
  ])('with %s is refused', async (_, allocation) => {
    expect(await refusedFor({ allocation })).toMatchObject({ ok: false, reason: 'bad_input' });
  });
});

describe('after all that', () => {
  test('the same card pays the whole of what is open, once', async () => {
    const all = { ...partOfTheBill, amountCents: MARISOL_OWES };
    expect(await desk.value('payments.submit', all)).toMatchObject({ state: 'approved' });
    expect(await moneyMoved(backend)).toMatchObject({
      processorCharges: 1,
      processorCents: MARISOL_OWES,
    });
  });

  test('and without a card nothing is submitted', async () => {
    const before = whatIsWritten(desk);
    const cent = { ...partOfTheBill, amountCents: cents(1), totalSeenCents: cents(0) };
    expectRefused(await desk.ask('payments.submit', cent), 'no_card');
    expect(whatIsWritten(desk)).toEqual(before);
  });
});

describe('a guest, who hears no balance,', () => {
  let guest: TestDesk;

  beforeEach(async () => {
    guest = startTestDesk(backend.url, { running: false });
    await guest.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
    await guest.value('call.start', { language: 'en', interpreter: false, tty: false });
    await guest.value('patients.choose', { mrn: personas.consuelo.mrn });
    await guest.value('verification.begin', { callerRole: 'guest_payer', callerName: 'A friend' });
    await captureCard(guest);
    return () => guest.stop();
  });

  test('and offers more than is open is refused by the backend, and nothing is charged', async () => {
    const before = await moneyMoved(backend);
    const draft = { ...partOfTheBill, amountCents: cents(99_999_999), totalSeenCents: null };
    expect(await guest.value('payments.submit', draft)).toMatchObject({
      state: 'not_charged',
      refusal: 'amount_over_balance',
    });
    expect(await moneyMoved(backend)).toEqual(before);
  });

  test('is refused the balance', async () => {
    expectRefused(await guest.ask('balance.read', null), 'not_verified');
  });
});
