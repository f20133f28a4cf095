import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { paymentLink } from '#shared/search/payment-link.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused, whatIsWritten } from '#tests/support/desk-writes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const key = AttemptKey.parse('0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10');
const another = AttemptKey.parse('0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a11');
const password = 'sandbox-only';
const supervisor = { userId: 's.lindqvist', password };

let backend: TestBackend;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());
beforeEach(() => {
  desk = startTestDesk(backend.url, { running: false });
});
afterEach(() => desk.stop());

const open = (...words: string[]) => desk.desk.links.open(['remit-desk', ...words]);
const take = () => desk.ask('links.take', null);

describe('a link that somebody sent', () => {
  test.each([
    ['without anything', 'remitdesk:'],
    ['with a line break in it', `${paymentLink(key)}\n`],
    ['with what ends a text in it', `${paymentLink(key)}\0`],
    ['with letters that turn round', `remitdesk://payment/\u202e${key}`],
    ['with digits of another script', paymentLink(key.replace('7', '７'))],
    ['percent-encoded', `remitdesk://payment/%30${key.slice(1)}`],
    ['with two payments', `${paymentLink(key)}/${another}`],
    ['with somebody’s name before it', `remitdesk://s.lindqvist@payment/${key}`],
    ['with a port', `remitdesk://payment:80/${key}`],
    ['that is a million characters long', `remitdesk://payment/${'0'.repeat(1_000_000)}`],
    ['that is long and ends rightly', `remitdesk://${'payment/'.repeat(100_000)}${key}`],
  ])('%s leads nowhere, and says so once', async (_, link) => {
    await desk.value('session.signIn', supervisor);
    const before = whatIsWritten(desk);
    open(link);
    expect(await take()).toEqual({ ok: true, value: { kind: 'strange' } });
    expect(await take()).toEqual({ ok: true, value: null });
    expect(whatIsWritten(desk)).toEqual(before);
  });

  test('twice at once is the last one, once', async () => {
    await desk.value('session.signIn', supervisor);
    open(paymentLink(key), paymentLink(another));
    open('--flag');
    const replies = await Promise.all([take(), take()]);
    expect(replies).toEqual([
      { ok: true, value: { kind: 'payment', key: another } },
      { ok: true, value: null },
    ]);
  });

  test('while a call is open leaves the call as it is, and its key is told to nobody who may not follow it', async () => {
    await verifiedCall(desk);
    const [call, written] = [await desk.value('call.current', null), whatIsWritten(desk)];
    open(paymentLink(key));
    expect(await take()).toEqual({ ok: true, value: { kind: 'not_yours' } });
    expect(await desk.value('call.current', null)).toEqual(call);
    expect(whatIsWritten(desk)).toEqual(written);
    // Whoever comes next is not led there either.
    await desk.value('session.signOut', null);
    await desk.value('session.signIn', supervisor);
    expect(await take()).toEqual({ ok: true, value: null });
  });

  test('opens nothing of another region, and does not say whether there is anything', async () => {
    const { rows } = await backend.pool.query(
      `SELECT key FROM payment JOIN guarantor USING (guarantor_id) WHERE region = 'NCAL' LIMIT 1`,
    );
    const { rows: users } = await backend.pool.query(
      `SELECT regions FROM user_account WHERE user_id = 's.lindqvist'`,
    );
    const serves = (regions: string[]) =>
      backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
        regions,
      ]);
    await serves(['HI']);
    await desk.value('session.signIn', supervisor);
    for (const led of [rows[0].key, key]) {
      open(paymentLink(led));
      expect(await take()).toMatchObject({ value: { kind: 'payment', key: led } });
      expectRefused(await desk.ask('search.life', { key: led }), 'payment_not_found');
    }
    await serves(users[0].regions);
  });
});
