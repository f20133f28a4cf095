import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const pdf = Buffer.from(`%PDF-1.7\n${'receipt '.repeat(40)}\n%%EOF`).toString('base64');

let backend: TestBackend;
let call: VerifiedCall;
let key: string;
beforeAll(async () => {
  backend = await startTestBackend();
  call = await verifiedCall(await backend.signIn());
  key = newKey();
  await call.pay(await call.order(2_000, { duplicateAcknowledged: true }), key);
});
afterAll(() => backend.stop());

function send(receiptKey: string, wish: object = {}, paymentKey = key) {
  return call.desk.ask('sendReceipt', {
    params: { key: paymentKey },
    headers: { 'idempotency-key': receiptKey },
    body: {
      by: 'email',
      to: 'marisol@example.org',
      language: 'es',
      pdf,
      verificationId: call.verificationId,
      ...wish,
    },
  });
}

const laid = (way: 'email' | 'mail') =>
  readdir(join(backend.outbox, way)).catch((): string[] => []);

describe('a receipt sent again', () => {
  it('by e-mail is one message with the PDF, however often it is sent, and says nothing of the bill', async () => {
    const receiptKey = randomUUID();
    const sent = await send(receiptKey);
    expect(sent).toMatchObject({
      ok: true,
      value: { by: 'email', to: 'marisol@example.org', sentAt: expect.any(String) },
    });
    expect(await send(receiptKey)).toEqual(sent);
    expect(await send(receiptKey, { to: 'other@example.org' })).toMatchObject({
      problem: { code: 'key_reused' },
    });
    expect(await laid('email')).toEqual([`${receiptKey}.eml`]);
    const message = await readFile(join(backend.outbox, 'email', `${receiptKey}.eml`), 'utf8');
    expect(message).toContain('To: marisol@example.org');
    expect(message).toContain('Subject: Su recibo de pago');
    expect(message).toContain('Content-Type: application/pdf');
    expect(message.replace(/\r\n/g, '')).toContain(pdf.slice(0, 60));
    const { charges } = await call.balance();
    for (const secret of [personas.marisol.mrn, call.guarantorId, charges[0]?.description]) {
      expect(message).not.toContain(secret);
    }
  });

  it('by mail is a letter to the address on record', async () => {
    const receiptKey = randomUUID();
    expect(await send(receiptKey, { by: 'mail', to: null })).toMatchObject({ ok: true });
    expect((await laid('mail')).sort()).toEqual([`${receiptKey}.json`, `${receiptKey}.pdf`]);
    const { rows } = await backend.pool.query(
      'SELECT full_name, street FROM guarantor WHERE guarantor_id = $1',
      [call.guarantorId],
    );
    const letter = await readFile(join(backend.outbox, 'mail', `${receiptKey}.json`), 'utf8');
    expect(JSON.parse(letter).to).toContain(`${rows[0].full_name}\n${rows[0].street}`);
  });

  it('stays kept and leaves later when nothing takes it', async () => {
    const receiptKey = randomUUID();
    await backend.pool.query(
      `INSERT INTO receipt_order (receipt_key, payment_key, sent_by_way, sent_to, language, pdf, asked_at, asked_by,
         claimed_until)
       VALUES ($1, $2, 'email', 'marisol@example.org', 'en', $3, now(), 'r.ames', now() - interval '1 second')`,
      [receiptKey, key, Buffer.from(pdf, 'base64')],
    );
    await expect.poll(() => laid('email'), { timeout: 5_000 }).toContain(`${receiptKey}.eml`);
  });

  it.each([
    ['no address', { to: null }],
    ['something that is no address', { to: 'marisol' }],
    ['an address for a letter', { by: 'mail' }],
    ['what is no PDF', { pdf: Buffer.from('x'.repeat(200)).toString('base64') }],
  ])('with %s is refused', async (_what, wish) => {
    expect(await send(randomUUID(), wish)).toMatchObject({ problem: { code: 'bad_request' } });
  });

  it('is not for a payment that was declined, nor for a caller who is not verified', async () => {
    const declined = newKey();
    const token = await call.capture('4000000000009995');
    await call.pay(await call.order(1_900, { method: { kind: 'card', token } }), declined);
    expect(await send(randomUUID(), {}, declined)).toMatchObject({
      problem: { code: 'no_receipt' },
    });
    expect(await send(randomUUID(), { verificationId: null })).toMatchObject({
      problem: { code: 'not_verified' },
    });
  });
});
