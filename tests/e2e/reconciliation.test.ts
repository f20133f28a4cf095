import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import { personas } from '#backend/seed/personas.ts';
import { SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { businessDaysAfter, cutOffOf } from '#shared/calendar/bank-calendar.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { debit } from '#tests/support/ach-desk.ts';
import { newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

const ZONE = 'America/Los_Angeles';
const HOUR_MS = 3_600_000;
/** The next business day, so that the desk's own clock, which is the real one, is behind and no session has ended. */
const DAY = businessDaysAfter(dateIn(ZONE, instantOf(Date.now())), 1);
const CUT_OFF = Date.parse(cutOffOf(ZONE, DAY));

let whole: WholeDesk;
beforeAll(async () => {
  const audit = { key: newAuditKey(), folder: mkdtempSync(join(tmpdir(), 'remit-audit-')) };
  whole = await openWholeDesk(0, { at: instantOf(CUT_OFF - 7 * HOUR_MS), audit });
  await payCard(5_000);
  await payCard(12_345);
  await debit(whole.backend, personas.marisol, 9_000, '70031842975516', DAY);
  await whole.steps.signIn('s.lindqvist');
});
afterAll(() => whole.end());

/** As another desk does. */
async function payCard(amountCents: number): Promise<void> {
  const call = await verifiedCall(await whole.backend.signIn());
  const order = await call.order(amountCents, { duplicateAcknowledged: true });
  const paid = await call.pay(order, newKey());
  if (!paid.ok) throw new Error(paid.problem.code);
}

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const pane = () => page().getByRole('region', { name: 'Close of day', exact: true });
const sees = (text: string | RegExp) => pane().getByText(text).first().waitFor();
const look = (name: string) => lookAt(whole.desk, `reconciliation-${name}`);

test('a day that agrees is opened by its key, and what another desk takes is there without a reload', async () => {
  await press('Shift+F4');
  await sees('All sources agree.');
  await sees(/The day runs until .*, 17:00 P[DS]T; it can be closed after that\./);
  await sees('$173.45');
  await payCard(700);
  await sees('$180.45');
  await look('agrees');
});

test('a sum opens by key into the payments that make it, and one of them opens its page', async () => {
  await pane()
    .getByRole('button', { name: /^3 × \$180\.45$/ })
    .first()
    .press('Enter');
  await sees('3 payments make $180.45.');
  const makes = pane().getByRole('table', { name: /^Taken, .*: Payments\.$/ });
  await makes.waitFor();
  expect(await makes.getByRole('row').count()).toBe(4);
  const confirmations = makes.getByRole('button', { name: /^\w{3}-\w{3}-\w{3}$/ });
  await confirmations.first().focus();
  await look('sum');
  await press('ArrowDown');
  await press('Enter');
  await page()
    .getByRole('region', { name: 'Payment', exact: true })
    .getByText('$123.45')
    .first()
    .waitFor();
  await press('Shift+F4');
  await sees('3 payments make $180.45.');
  await pane()
    .getByRole('button', { name: /^3 × \$180\.45$/ })
    .first()
    .press('Enter');
});

test('a day that differs names its payments, and closes by key once each difference has its reason', async () => {
  whole.backend.moveTo(instantOf(CUT_OFF + HOUR_MS));
  await whole.backend.orderFault({ kind: 'other_amount', on: 'report', times: 1_000 });
  await pane().getByRole('button', { name: 'Day before' }).press('Enter');
  await pane()
    .getByRole('button', { name: /the next to close/ })
    .press('Enter');
  await sees('1 payment differs.');
  await pane().getByRole('button', { name: '1 payment', exact: true }).press('Enter');
  await sees('Another amount there: −$0.01');
  await press('Control+Enter');
  await sees(/Give a reason|reason/);
  await look('differs');
  const confirmation = pane().getByRole('button', { name: /^\w{3}-\w{3}-\w{3}$/ });
  await confirmation.press('Enter');
  await page()
    .getByRole('region', { name: 'Payment', exact: true })
    .getByText('$50.00')
    .first()
    .waitFor();
  await press('Shift+F4');
  await pane()
    .getByRole('textbox', { name: /Why does it differ/ })
    .fill('A fee of the network');
  const password = pane().getByRole('textbox', { name: 'Password of Sanna Lindqvist' });
  await password.fill('guessed');
  await press('Control+Enter');
  await sees('This password is wrong, so nothing was signed; type it again.');
  await look('wrong-password');
  await password.fill(SANDBOX_PASSWORD);
  await press('Control+Enter');
  await sees(/Sanna Lindqvist closed this day on/);
  await sees('Its signature and its books are as they were signed.');
  await look('closed');
});

test('a correction stands beside the closed day, which stays as it is', async () => {
  await pane().getByRole('button', { name: 'Note a correction of this day' }).press('Enter');
  await pane().getByRole('textbox', { name: 'By how much' }).fill('0.01');
  await pane().getByRole('textbox', { name: 'Reason' }).fill('The network kept a cent');
  await press('Tab');
  await press('Enter');
  await sees('−$0.01');
  await sees(/^Of .*, dated in/);
  const { rows } = await whole.backend.pool.query('SELECT amount_cents FROM day_correction');
  expect(rows).toEqual([{ amount_cents: -1 }]);
  await look('corrected');
});
