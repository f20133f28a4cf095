import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
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
const panel = () => page().getByRole('region', { name: 'Payment plan', exact: true });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const press = (key: string) => whole.steps.hands.press(key);
const term = (name: string) => panel().getByRole('radio', { name });
const heard = (name: string) =>
  panel().getByRole('checkbox', { name, checked: true }).waitFor({ state: 'attached' });

const look = (name: string) => lookAt(whole.desk, `plan-${name}`);

const plans = async () =>
  (
    await whole.backend.pool.query(
      `SELECT months, state, acceptance ->> 'language' AS language FROM payment_plan WHERE offer_id IS NOT NULL`,
    )
  ).rows;

const endPlans = () =>
  whole.backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );

async function verifiedAgain(): Promise<void> {
  await whole.steps.startCall();
  await whole.steps.sayNotice();
  await whole.steps.locate();
  await whole.steps.verify();
  await page().getByRole('heading', { name: 'Balance' }).waitFor();
}

/** Somebody at another desk agrees with the same caller's household meanwhile. */
async function planFromAnotherDesk(): Promise<void> {
  const other = await verifiedCall(await whole.backend.signIn());
  const firstDueOn = onOrAfterBankDay(
    addDays(dateIn('America/Los_Angeles', instantOf(Date.now())), 7),
  );
  await planDesk(other, () => Date.now()).agreed(inMonths(6, firstDueOn));
}

describe('a payment plan, by keyboard', () => {
  test('is refused before its copy and its yes, is agreed to, and its first payment taken, in 22 actions', async () => {
    await press('F7');
    await term('6 months').and(page().locator(':focus')).waitFor();
    await sees('ANNUAL PERCENTAGE RATE');
    await look('offered');
    await press('ArrowRight');
    await term('12 months').and(page().locator(':focus')).waitFor();
    await sees(/Send the written copy first/);
    await page().keyboard.press('Control+Enter');
    expect(await plans()).toEqual([]);
    await press('Control+1');
    await sees(/On its way by e-mail/);
    await press('F8');
    await heard('Read: what it costs');
    await look('reading');
    await press('F8');
    await heard('Read: what is due when');
    await page().keyboard.press('Control+Enter');
    await sees(/Ask for their yes first/);
    expect(await plans()).toEqual([]);
    await press('F8');
    await heard('They said yes');
    await press('Control+Enter');
    await panel().getByRole('heading', { name: 'Plan agreed' }).waitFor();
    expect(await plans()).toEqual([{ months: 12, state: 'active', language: 'en' }]);
    const take = panel().getByRole('button', { name: /^Take the first payment, \$/ });
    await take.and(page().locator(':focus')).waitFor();
    await look('agreed');
    await press('Enter');
    await whole.steps.takeCard(approvedCard);
    await whole.steps.confirm();
    expect(await whole.steps.result()).toBe('Approved');
    await press('F8');
    await sees('Said: confirmation number');
    await whole.steps.wrapUp();
    expect(whole.steps.hands.actions()).toBeLessThanOrEqual(22);
  });

  test('is shown with what is paid of it and what is to come, on a later call', async () => {
    await verifiedAgain();
    await press('F7');
    await panel().getByRole('heading', { name: 'A plan stands' }).waitFor();
    await panel().getByRole('cell', { name: 'Paid', exact: true }).waitFor();
    expect(await panel().getByRole('cell', { name: 'To come', exact: true }).count()).toBe(11);
    await look('standing');
    await panel().getByRole('button', { name: 'Set up autopay' }).press('Enter');
    const later = page().getByRole('region', { name: 'Payments to come', exact: true });
    await later.getByRole('heading', { name: 'The instalments of the plan' }).waitFor();
    await later.getByText(/^10 of \$[\d.]+, 1 of \$[\d.]+$/).waitFor();
    await look('autopay');
    await whole.steps.wrapUp();
  });

  test('begins on a day on which banks are open, in Spanish, and is not made beside one of another desk', async () => {
    await endPlans();
    await verifiedAgain();
    await press('F7');
    await panel().getByText('On a day to come', { exact: true }).click();
    await panel().getByLabel('or another day').fill('2020-01-02');
    await sees('The first payment cannot be due on a day that is past; choose a later one.');
    await look('past-day');
    await panel()
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .first()
      .press('Enter');
    await sees('ANNUAL PERCENTAGE RATE');
    await press('Control+3');
    await sees(/Can be read online/);
    await panel().getByText('ES', { exact: true }).click();
    await sees(/La tasa de porcentaje anual es/);
    await look('spanish');
    for (const part of ['Read: what it costs', 'Read: what is due when', 'They said yes']) {
      await press('F8');
      await heard(part);
    }
    await planFromAnotherDesk();
    await press('Control+Enter');
    await panel().getByRole('heading', { name: 'A plan stands' }).waitFor();
    await sees(/Veo que ya se preparó un plan/);
    await look('second');
    expect(await plans()).toHaveLength(2);
    await whole.steps.wrapUp();
  });

  test('comes after the screening while an application is open, and waits while the backend is away', async () => {
    await endPlans();
    await whole.backend.pool.query(
      `INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on)
       VALUES ($1, $2, 'mfa', '2026-01-05')`,
      [randomUUID(), personas.marisol.guarantorId],
    );
    await verifiedAgain();
    await press('F7');
    await sees(/An application for .* is open since/);
    await sees(/a counselor can look at that first/);
    await look('screening');
    await panel().getByRole('button', { name: 'They want a plan all the same' }).press('Enter');
    await term('6 months').waitFor();
    whole.line.cut();
    await sees('No plan can be agreed to now: the backend cannot be reached.');
    await look('away');
    whole.line.mend();
  });
});
