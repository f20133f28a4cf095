import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const type = (text: string) => page().keyboard.type(text);
const panel = (name: string) => page().getByRole('region', { name, exact: true });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const waits = 'Noted here, will be sent when the backend can be reached.';

const look = (name: string) => lookAt(whole.desk, `kept-${name}`);

const atBackend = async (table: string): Promise<number> => {
  const { rows } = await whole.backend.pool.query(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0].n;
};

const ledgerLines = () => atBackend('ledger_line');

describe('with the backend in reach, by keyboard alone', () => {
  test('a promise is noted, repeated back and sent', async () => {
    await press('Control+p');
    await panel('Promise to pay').waitFor();
    await look('promise-form');
    await press('Control+Enter');
    await sees('Enter the day, or choose one above.');
    await look('promise-fault');
    await page()
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .first()
      .press('Enter');
    await press('Control+Enter');
    await sees('Promise noted');
    await sees('Sent.');
    await sees(/Let me repeat that: \$312\.40 on \w+ \d+/);
    await look('promise-sent');
    expect(await atBackend('promise_to_pay')).toBe(1);
  });

  test('a wire gets a reference that is spelled out, and nothing of it is a charge', async () => {
    const before = await ledgerLines();
    await press('Control+w');
    await panel('Expect a wire').waitFor();
    await look('wire-form');
    await page()
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .last()
      .press('Enter');
    await press('Control+Enter');
    await sees('Wire noted as expected');
    await sees('Sent.');
    expect(await panel('Expect a wire').innerText()).not.toMatch(/\b(charged?|paid)\b/i);
    await look('wire-sent');
    expect(await ledgerLines()).toBe(before);
    expect(await atBackend('expected_wire')).toBe(1);
  });

  test('a referral and a note are handed on', async () => {
    await press('Control+r');
    await panel('Refer to a counselor').waitFor();
    await press('Tab');
    await type('Lost work in October; three at home.');
    await press('Control+Enter');
    await sees('Referred');
    await sees('Sent.');
    await look('referral-sent');
    await press('Control+o');
    await panel('Note for the account').waitFor();
    await type('Card number 4242 4242 4242 4242');
    await press('Control+Enter');
    await sees(/The notes hold what looks like a card number/);
    await look('note-refused');
    await press('Control+a');
    await type('Prefers to be called after five.');
    await press('Control+Enter');
    await sees('Note left');
    expect(await atBackend('referral')).toBe(1);
    await expect.poll(() => atBackend('account_note')).toBe(1);
  });

  test('F6 goes back to the payment, and the balance shows what was noted', async () => {
    await press('F6');
    await panel('Pay').waitFor();
    await press('F5');
    await sees('Noted with the account');
    await look('noted');
  });
});

describe('with the line cut', () => {
  test('all of it is noted alike, and says that it waits', async () => {
    whole.line.cut();
    await sees('Backend unreachable');
    for (const key of ['p', 'w', 'r', 'o']) {
      await press(`Control+${key}`);
      await page()
        .getByRole('button', { name: /^Another/ })
        .press('Enter');
      if (key === 'p' || key === 'w') {
        await page()
          .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
          .first()
          .press('Enter');
      } else {
        await page().locator('#pay textarea').first().focus();
        await type('Said while the line was down.');
      }
      await press('Control+Enter');
      await sees(waits);
      if (key === 'p') await look('promise-waiting');
    }
    await look('note-waiting');
  });

  test('the list of unsent says what, since when and when it is tried next', async () => {
    await press('Control+u');
    const dialog = page().getByRole('dialog', { name: 'Not sent yet' });
    await dialog.waitFor();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(4);
    expect(await dialog.getByText('Waits for what came before it').count()).toBe(3);
    await look('unsent');
    await press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  test('it goes out when the line is mended, and what is on the screen turns to sent', async () => {
    whole.line.mend();
    await panel('Note for the account').getByText('Sent.').waitFor();
    await expect.poll(() => atBackend('account_note')).toBe(2);
    expect(await atBackend('promise_to_pay')).toBe(2);
    await press('Control+u');
    await sees('Everything is sent');
    await look('unsent-empty');
    await press('Escape');
  });

  test('a desk that is killed with something unsent sends it when it starts, before anybody signs in', async () => {
    whole.line.cut();
    await sees('Backend unreachable');
    await page().getByRole('button', { name: 'Another note' }).press('Enter');
    await page().locator('#pay textarea').first().focus();
    await type('Said just before the power went.');
    await press('Control+Enter');
    await sees(waits);
    await whole.desk.kill();
    expect(await atBackend('account_note')).toBe(2);
    whole.line.mend();
    await whole.restart();
    await expect.poll(() => atBackend('account_note')).toBe(3);
    await whole.steps.signIn();
    await press('Control+o');
    await sees('Said just before the power went.');
    await sees('Sent.');
  });

  test('the summary of the call has written itself', async () => {
    await press('F9');
    await page().getByRole('button', { name: 'End the call' }).waitFor();
    await sees(/Promised \$312\.40 for/);
    await look('wrap-up');
  });
});
