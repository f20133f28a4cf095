import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AchParts } from '#backend/ach/ach-parts.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import { readAch } from '#shared/ach/read-ach.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { cents } from '#shared/money/cents.ts';
import { achOf } from '#tests/support/ach-desk.ts';
import { partOfTheBill } from '#tests/support/card-call.ts';
import { agreedDebit, captureAccount, goodAccount } from '#tests/support/debit-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const FIVE_DAYS_MS = 5 * 86_400_000;
const guestPays = { amountCents: cents(2_500), totalSeenCents: null };

let backend: TestBackend;
let desk: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await desk.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
  await desk.value('call.start', { language: 'es', interpreter: false, tty: false });
  await desk.value('patients.choose', { mrn: personas.marisol.mrn });
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const begin = (callerName?: string) =>
  desk.value('verification.begin', {
    callerRole: 'guest_payer',
    ...(callerName && { callerName }),
  });
const openAccountEntry = () =>
  desk.ask('capture.open', {
    bounds: { x: 0, y: 0, width: 380, height: 260 },
    scheme: 'light',
    method: 'ach',
  });

test.each([
  ['gave no name', undefined],
  ['gave a name of one letter', 'R'],
  ['gave a number for a name', 'Ruth 4417726789'],
  ['gave a name that no bank has room for', 'Ruth '.repeat(20)],
])('a guest who %s is told so before any account is typed', async (_, callerName) => {
  await begin(callerName);
  const before = whatIsWritten(desk);
  expectRefused(await openAccountEntry(), 'payer_unnamed');
  expect(whatIsWritten(desk)).toEqual(before);
});

test('a guest who gives a name pays by bank account, from the yes to the file for the bank', async () => {
  await begin('Ruth Adeyemi');
  await captureAccount(desk);
  const agreed = { ...agreedDebit(), language: 'es' as const, amountCents: guestPays.amountCents };
  await desk.value('debits.agree', agreed);
  const attempt = await desk.value('payments.submit', { ...partOfTheBill, ...guestPays });
  expect(attempt).toMatchObject({ state: 'approved', method: { kind: 'ach', last4: '6789' } });
  expect(await writtenCopy(attempt)).toContain('Ruth Adeyemi');

  const ach = achOf(backend);
  let text = '';
  const handOver: AchParts['bank']['handOver'] = (id, file) => {
    text = file;
    return ach.bank.handOver(id, file);
  };
  backend.later(FIVE_DAYS_MS);
  await originateAch({ ...ach, bank: { ...ach.bank, handOver } });
  await expect.poll(() => stateOf(backend.pool, attempt.key)).toBe('originated');
  expect(readAch(text)).toMatchObject({ ok: true, entries: 1, debitCents: 2_500 });
  expect(text).toMatch(
    new RegExp(`^627107800530${goodAccount.accountNumber}.{30}Ruth Adeyemi`, 'm'),
  );
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await ach.end();
});

/** The written copy of the authorisation, which tells a guest nothing of the bill. */
async function writtenCopy({ key }: Attempt): Promise<string> {
  await desk.value('authorisations.save', { key, language: 'es' });
  const text = await pdfText(desk.saved.at(-1)?.bytes ?? Buffer.alloc(0));
  expect(text).toContain('Autorización de un débito electrónico');
  expect(text).not.toMatch(/Marisol|MRI/);
  return text;
}
