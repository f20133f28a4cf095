import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { cents } from '#shared/money/cents.ts';
import { captureCard, partOfTheBill, verifiedCall } from '#tests/support/card-call.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let attempt: Attempt;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
  await captureCard(desk);
  attempt = await desk.value('payments.submit', partOfTheBill);
  await desk.value('balance.read', null);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

async function receiptText(language: 'en' | 'es'): Promise<string> {
  await desk.value('receipts.save', { key: attempt.key, language });
  return pdfText(desk.saved.at(-1)?.bytes ?? Buffer.alloc(0));
}

test('a receipt names organization, payer, amount, card, confirmation, posting and what is paid', async () => {
  const text = await receiptText('en');
  for (const words of [
    'Kaiser Permanente',
    "Marisol O'Neil-Đặng",
    '$100.00',
    'Visa ending 4242',
    String(attempt.confirmation),
    'MRI of the knee',
    'Posts to the account on',
    String(Number(attempt.postingOn?.slice(-2))),
  ]) {
    expect(text).toContain(words);
  }
});

test("a guest payer's receipt names them, and neither the patient nor what the money pays", async () => {
  const other = startTestDesk(backend.url);
  await other.value('session.signIn', { userId: 'c.okafor', password: 'sandbox-only' });
  await other.value('call.start', { language: 'en', interpreter: false, tty: false });
  await other.value('patients.choose', { mrn: personas.marisol.mrn });
  await other.value('verification.begin', {
    callerRole: 'guest_payer',
    callerName: 'Ruth Adeyemi',
  });
  await captureCard(other);
  const { key } = await other.value('payments.submit', {
    ...partOfTheBill,
    amountCents: cents(2_500),
    totalSeenCents: null,
  });
  await other.value('receipts.save', { key, language: 'en' });
  const text = await pdfText(other.saved.at(-1)?.bytes ?? Buffer.alloc(0));
  await other.stop();
  expect(text).toContain('Ruth Adeyemi');
  expect(text).not.toMatch(/Marisol|MRI|What this pays/);
});

test('a receipt can be had in Spanish', async () => {
  const text = await receiptText('es');
  expect(text).toContain('Recibo de pago');
  expect(text).toContain('Visa terminada en 4242');
});

test('a receipt saved by somebody to whom no balance was read still names who paid', async () => {
  await desk.value('session.signOut', null);
  await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
  expect(await receiptText('en')).toContain("Marisol O'Neil-Đặng");
});

test('a payment that was never confirmed has no receipt', async () => {
  const reply = await desk.ask('receipts.save', {
    key: '01909090-0000-7000-8000-000000000000' as Attempt['key'],
    language: 'en',
  });
  expect(reply).toMatchObject({ ok: false, reason: 'payment_not_found' });
});
