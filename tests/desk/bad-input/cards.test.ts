import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CardEntry, CardFault, CardField } from '#shared/cards/card-entry.ts';
import { card as cardWords } from '#shared/words/en/card.ts';
import { captureCard, goodCard, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let ahead = 0;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, {
    running: false,
    clock: { nowMs: () => Date.now() + ahead },
  });
  await verifiedCall(desk);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});
beforeEach(async () => {
  ahead = 0;
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await desk.value('capture.open', { bounds, scheme: 'light', method: 'card' });
});

const tokens = async () => (await backend.pool.query('SELECT token FROM card_token')).rows;

const impossible: [string, Partial<CardEntry>, CardField, CardFault][] = [
  ['an empty number', { number: '' }, 'number', 'number_incomplete'],
  ['half a number', { number: '4242 4242' }, 'number', 'number_incomplete'],
  ['one digit too few', { number: '424242424242424' }, 'number', 'number_wrong'],
  ['one digit too many', { number: '42424242424242426' }, 'number', 'number_wrong'],
  ['two digits swapped', { number: '4242424242424224' }, 'number', 'number_wrong'],
  ['a wrong check digit', { number: '4242424242424241' }, 'number', 'number_wrong'],
  ['a row of zeros', { number: '0000000000000000' }, 'number', 'number_wrong'],
  ['letters', { number: 'four two four two' }, 'number', 'number_wrong'],
  ['digits of another script', { number: '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢' }, 'number', 'number_wrong'],
  ['a brand that is not taken', { number: '3530111333300000' }, 'number', 'brand_not_taken'],
  ['no expiry', { expiry: '' }, 'expiry', 'expiry_wrong'],
  ['a thirteenth month', { expiry: '13/31' }, 'expiry', 'expiry_wrong'],
  ['an expiry no card has', { expiry: '04/99' }, 'expiry', 'expiry_wrong'],
  ['a card that expired long ago', { expiry: '01/20' }, 'expiry', 'expired'],
  ['a short security code', { securityCode: '12' }, 'securityCode', 'security_code_wrong'],
  ['a code of letters', { securityCode: 'abc' }, 'securityCode', 'security_code_wrong'],
  [
    'three digits on American Express',
    { number: '378282246310005' },
    'securityCode',
    'security_code_wrong',
  ],
  ['half a ZIP code', { postalCode: '946' }, 'postalCode', 'postal_code_wrong'],
];

describe('a card that cannot be one', () => {
  test.each(impossible)(
    '%s is told at its field, in one sentence, and never leaves the desk',
    async (_, typed, field, fault) => {
      const before = { rows: whatIsWritten(desk), tokens: await tokens() };
      const { faults } = await desk.value('capture.submit', { ...goodCard, ...typed });
      expect(faults).toEqual({ [field]: cardWords[fault] });
      expect({ rows: whatIsWritten(desk), tokens: await tokens() }).toEqual(before);
      const call = await desk.value('call.current', null);
      expect(call).toMatchObject({ card: null, recording: 'paused' });
    },
  );

  test('is told all that is wrong with it at once', async () => {
    const nothing = { number: '', expiry: '', securityCode: '', postalCode: '' };
    const { faults } = await desk.value('capture.submit', nothing);
    expect(Object.keys(faults).sort()).toEqual(['expiry', 'number', 'postalCode', 'securityCode']);
  });

  test('is refused unread when it is longer than any card or has a field too many', async () => {
    const long = { ...goodCard, number: '4'.repeat(33) };
    expectRefused(await desk.ask('capture.submit', long), 'bad_input', 'number');
    const more = { ...goodCard, track2: ';4242=3104' };
    expect(await desk.ask('capture.submit', more)).toMatchObject({ reason: 'bad_input' });
    expect(await tokens()).toEqual([]);
  });
});

test('a card is good through the last day of its month and expired on the next', async () => {
  const [year = '', month = ''] = new Date().toLocaleDateString('en-CA').split('-');
  const expiry = `${month}/${year.slice(2)}`;
  const firstOfNext = new Date(Number(year), Number(month), 1, 12).getTime();
  const lastOfThis = new Date(Number(year), Number(month), 0, 12).getTime();

  // Days pass, so the desk has locked itself each time.
  ahead = lastOfThis - Date.now();
  await desk.ask('session.unlock', { password: 'sandbox-only' });
  await captureCard(desk, { ...goodCard, expiry });
  expect((await desk.value('call.current', null))?.card).toMatchObject({ last4: '4242' });

  ahead = firstOfNext - Date.now();
  await desk.ask('session.unlock', { password: 'sandbox-only' });
  await expect(captureCard(desk, { ...goodCard, expiry })).rejects.toThrow(cardWords.expired);
});

test('a card handed over after the desk has locked is not kept', async () => {
  const handing = desk.ask('capture.submit', goodCard);
  await desk.value('session.lock', null);
  expectRefused(await handing, 'locked');
  await desk.value('session.unlock', { password: 'sandbox-only' });
  expect((await desk.value('call.current', null))?.card).toBeNull();
});
