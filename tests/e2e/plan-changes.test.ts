import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { changeDesk } from '#tests/backend/plans/change-desk.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  const firstDueOn = onOrAfterBankDay(
    addDays(dateIn('America/Los_Angeles', instantOf(Date.now())), 7),
  );
  const other = await verifiedCall(await whole.backend.signIn());
  await planDesk(other, () => Date.now()).agreed(inMonths(6, firstDueOn));
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => whole.steps.hands.press(key);

test('a plan is paused by keyboard: explained from what to what, read aloud, agreed to', async () => {
  await press('F7');
  const changes = page().getByRole('region', { name: 'Change the plan' });
  await changes.waitFor();
  await press('Alt+2');
  await changes.getByText('Months of pause').waitFor();
  await press('Control+Enter');
  await changes.getByRole('table', { name: 'What changes' }).waitFor();
  await changes.getByRole('table', { name: 'What changes' }).scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'plan-changes-pause');
  await press('Control+Enter');
  await changes
    .getByRole('status')
    .getByText(/ask for their yes first/)
    .waitFor();
  await press('F8');
  await press('Control+Enter');
  await changes.getByText(/Rests until/).waitFor();
  await changes.getByRole('button', { name: 'Resume now' }).waitFor();
});

test('care that the insurance has answered is taken in by other terms, and the last payment is then taken before its day', async () => {
  await whole.backend.pool.query(
    `UPDATE charge SET insurance = 'paid' WHERE guarantor_id = $1 AND insurance = 'pending'`,
    [personas.marisol.guarantorId],
  );
  await press('F6');
  await press('F7');
  await press('F5');
  const changes = page().getByRole('region', { name: 'Change the plan' });
  await page().getByText('$972.20 of care is open beside it').waitFor();
  await press('Alt+1');
  await changes.getByRole('textbox', { name: 'Months' }).fill('12');
  await changes.getByRole('checkbox', { name: /^Add what is open beside it, \$972\.20/ }).check();
  await press('Control+Enter');
  await changes.getByText('It takes in $972.20 that was open beside it.').waitFor();
  await changes.getByRole('table', { name: 'What changes' }).scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'plan-changes-adds');
  await press('Control+3');
  await changes.getByText(/Can be read online/).waitFor();
  await press('F8');
  await press('Control+Enter');
  await page().getByText('$1,284.60 pays it off today').waitFor();
  const other = await verifiedCall(await whole.backend.signIn());
  const [plan] = (await planDesk(other, () => Date.now()).plans()).plans;
  if (!plan) throw new Error('No plan stands.');
  await changeDesk(other, () => Date.now()).payOf(plan, plan.levelCents * 11);
  await press('F6');
  await press('F7');
  await press('F5');
  const last = page().getByRole('button', { name: /^Take the last payment today, \$/ });
  await last.waitFor();
  await lookAt(whole.desk, 'plan-changes-last');
  const amount = (await last.innerText()).replace(/^.*\$/, '');
  await last.click();
  await page().getByRole('region', { name: 'Pay', exact: true }).waitFor();
  expect(await page().getByRole('textbox', { name: 'Amount to pay' }).inputValue()).toBe(amount);
  await lookAt(whole.desk, 'plan-changes-pay-last');
});
