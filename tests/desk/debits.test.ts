import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { bank as bankWords } from '#shared/words/en/bank.ts';
import { partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { agreedDebit, captureAccount, goodAccount } from '#tests/support/debit-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const current = async () => {
  const call = await desk.value('call.current', null);
  if (!call) throw new Error('No call is open.');
  return call;
};
const attempts = async () => (await current()).attempts.length;

describe('a bank account', () => {
  const bounds = { x: 0, y: 0, width: 380, height: 260 };

  test('that cannot be one is told at its field and never leaves the desk', async () => {
    await desk.value('capture.open', { bounds, scheme: 'light', method: 'ach' });
    const before = whatIsWritten(desk);
    const wrong = { ...goodAccount, routingNumber: '107800531', accountNumberAgain: '1' };
    expect(await desk.value('capture.submitBank', wrong)).toEqual({
      faults: {
        routingNumber: bankWords.routing_sum,
        accountNumberAgain: bankWords.account_differs,
      },
    });
    expect(whatIsWritten(desk)).toEqual(before);
    expect(await current()).toMatchObject({ bankAccount: null, recording: 'paused' });
  });

  test('is captured as its bank and ending, and a lock takes it away', async () => {
    await captureAccount(desk);
    const shown = { accountKind: 'checking', bankName: 'Aspen Ledger Bank', last4: '6789' };
    expect(await current()).toMatchObject({ bankAccount: shown, card: null, recording: 'on' });
    expect(JSON.stringify(await current())).not.toContain(goodAccount.routingNumber);
    await desk.value('session.lock', null);
    await desk.value('session.unlock', { password: 'sandbox-only' });
    expect(await current()).toMatchObject({ bankAccount: null, agreed: null });
  });
});

describe('a debit', () => {
  beforeEach(async () => {
    await captureAccount(desk);
  });

  test('is not sent before the caller said yes', async () => {
    const before = await attempts();
    expectRefused(await desk.ask('payments.submit', partOfTheBill), 'no_authorisation');
    expect(await attempts()).toBe(before);
  });

  test('cannot be agreed to with an element unread', async () => {
    const { acknowledged, ...agreed } = agreedDebit();
    const lacking = { ...agreed, acknowledged: acknowledged.slice(1) };
    expectRefused(await desk.ask('debits.agree', lacking), 'authorisation_incomplete');
  });

  test.each([
    ['2026-01-05', 'debit_date_past'],
    ['2099-01-05', 'debit_date_too_far'],
  ] as const)('cannot be agreed to for %s', async (day, reason) => {
    const debitOn = day as CalendarDate;
    expectRefused(await desk.ask('debits.agree', { ...agreedDebit(), debitOn }), reason, 'debitOn');
  });

  test('of another amount than was agreed to is not sent', async () => {
    await desk.value('debits.agree', { ...agreedDebit(), amountCents: cents(9_999) });
    const reply = await desk.ask('payments.submit', partOfTheBill);
    expectRefused(reply, 'authorisation_amount_differs');
  });

  test('another account needs a yes of its own', async () => {
    await desk.value('debits.agree', agreedDebit());
    await captureAccount(desk, { ...goodAccount, accountKind: 'savings' });
    expectRefused(await desk.ask('payments.submit', partOfTheBill), 'no_authorisation');
  });

  test('that was agreed to is accepted, kept with its authorisation, and had in writing', async () => {
    const { agreed } = await desk.value('debits.agree', agreedDebit());
    expect(agreed).toMatchObject({
      recordingReference: `REC-${(await current()).reference}`,
      payerName: "Marisol O'Neil-Đặng",
    });
    const attempt = await desk.value('payments.submit', partOfTheBill);
    expect(attempt).toMatchObject({
      state: 'approved',
      method: {
        kind: 'ach',
        accountKind: 'checking',
        bankName: 'Aspen Ledger Bank',
        last4: '6789',
      },
    });
    expect(desk.desk.attempts.authorisationOf(attempt.key)).toEqual(agreed);
    expect(await current()).toMatchObject({ bankAccount: null, agreed: null });
    for (const [language, title] of [
      ['en', 'Authorisation of an electronic debit'],
      ['es', 'Autorización de un débito electrónico'],
    ] as const) {
      await desk.value('authorisations.save', { key: attempt.key, language });
      const text = await pdfText(desk.saved.at(-1)?.bytes ?? Buffer.alloc(0));
      for (const words of [title, '$100.00', '6789', String(agreed?.recordingReference)]) {
        expect(text).toContain(words);
      }
    }
    expect(await desk.value('call.summary', null)).toMatchObject({
      summary: expect.stringContaining('checking ending 6789, Aspen Ledger Bank'),
    });
    expect(filesHolding(desk.folder, goodAccount.accountNumber)).toEqual([]);
  });
});
