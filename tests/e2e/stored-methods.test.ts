import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { approvedCard } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const pay = () => page().getByRole('region', { name: 'Pay', exact: true });
const press = (key: string) => page().keyboard.press(key);
const count = async (sql: string) => (await whole.backend.pool.query(sql)).rows.length;

const look = (name: string) => lookAt(whole.desk, `stored-${name}`);

/** More of Marisol's that is kept: a bank account, and a card whose month is over. */
async function keepMore(): Promise<void> {
  const { pool } = whole.backend;
  const token = `bank_${randomUUID()}`;
  await pool.query(
    `INSERT INTO bank_account SELECT $1, 'savings', '107800530', 'First Bank of Elsewhere', '\\x00', '6789', 'Marisol',
       'account-of-hers', taken_by, workstation_id, now(), now(), NULL, true FROM payment WHERE source = 'desk' LIMIT 1`,
    [token],
  );
  await pool.query(
    `INSERT INTO stored_method (method_id, guarantor_id, kind, token, fingerprint, bank_account_kind, bank_name,
       bank_last4, kept_at, consent)
     SELECT gen_random_uuid(), guarantor_id, 'ach', $1, 'account-of-hers', 'savings', 'First Bank of Elsewhere', '6789',
       now() - interval '1 day', '{}' FROM stored_method`,
    [token],
  );
  await pool.query(
    `INSERT INTO stored_method (method_id, guarantor_id, kind, token, fingerprint, card_brand, card_last4,
       good_through, kept_at, consent)
     SELECT gen_random_uuid(), guarantor_id, 'card', 'crd_of_last_year', 'card-of-hers', 'discover', '1117', '2025-10',
       now() - interval '2 days', '{}' FROM stored_method WHERE kind = 'card'`,
  );
}

describe('a kept card, by keyboard', () => {
  test('is kept by a yes of its own while it pays, and is charged once', async () => {
    const { steps } = whole;
    await steps.takeCard(approvedCard);
    await press('Control+Shift+K');
    await pay().getByText('Would you like us to keep').waitFor();
    await look('offer');
    await press('F8');
    await pay().getByText('Kept for later calls').waitFor();
    await look('kept');
    await steps.confirm();
    expect(await steps.result()).toBe('Approved');
    expect(await count('SELECT FROM stored_method WHERE consent IS NOT NULL')).toBe(1);
    expect(await count('SELECT FROM payment WHERE stored_method_id IS NOT NULL')).toBe(1);
    await steps.wrapUp();
  });

  test('is offered on the next call with its words, in both languages', async () => {
    await keepMore();
    const { steps } = whole;
    await steps.startCall();
    await steps.sayNotice();
    await steps.locate();
    await steps.verify();
    await pay().getByText('that we keep for you').waitFor();
    await pay().getByText('expired 10/2025; take another card').waitFor();
    expect(
      await pay()
        .getByRole('button', { name: /^Use Discover/ })
        .count(),
    ).toBe(0);
    await look('offered');
    await press('Control+e');
    await pay().getByText('que guardamos para usted').waitFor();
    await press('Control+e');
    await press('Control+4');
    await page().keyboard.type('100.00');
    await pay().getByText('to charge $100.00 today to the Visa').waitFor();
    await steps.takeKeptCard();
    await look('read-back');
    expect(await count("SELECT FROM payment WHERE source = 'desk'")).toBe(1);
    await press('Control+Enter');
    await steps.waitForResult('Approved');
    expect(await count("SELECT FROM payment WHERE source = 'desk'")).toBe(2);
    await steps.wrapUp();
  });

  test('another that is kept is chosen instead, an account is read its authorisation, and one is removed', async () => {
    const { steps } = whole;
    await steps.startCall();
    await steps.sayNotice();
    await steps.locate();
    await steps.verify();
    await pay()
      .getByRole('button', { name: /^Remove Discover/ })
      .press('Enter');
    await pay()
      .getByText(/It pays nothing from then on/)
      .waitFor();
    await look('removing');
    await pay().getByRole('button', { name: 'Remove it now' }).press('Enter');
    await pay().getByText('expired 10/2025; take another card').waitFor({ state: 'detached' });
    expect(await count('SELECT FROM stored_method WHERE removed_at IS NOT NULL')).toBe(1);
    await pay()
      .getByRole('button', { name: /^Use savings/i })
      .press('Enter');
    await pay().getByRole('heading', { name: 'Read the authorisation' }).waitFor();
    await steps.readAuthorisation();
    await look('account');
    await press('Control+Enter');
    await steps.waitForResult('Approved');
    expect(
      await count("SELECT FROM payment WHERE method_kind = 'ach' AND stored_method_id IS NOT NULL"),
    ).toBe(1);
    await steps.wrapUp();
  });
});
