import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

let whole: WholeDesk;

/** Marisol was referred on a call. */
beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  whole = await openWholeDesk();
  const { backend } = whole;
  const call = await verifiedCall(await backend.signIn(), personas.marisol);
  await call.desk.value('keepReferral', sentOf(call, backend).referral(personas.marisol.mrn));
  await whole.steps.signIn('c.okafor');
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const builder = () => page().getByRole('region', { name: 'Plan', exact: true });
const box = (name: string | RegExp) => builder().getByRole('textbox', { name });
const button = (name: string) => builder().getByRole('button', { name });

test('a counselor builds a plan that the household can pay, and it is agreed to on a recording', async () => {
  const row = page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button');
  await expect.poll(() => row.count()).toBe(1);
  await press('ArrowDown');
  await press('Enter');
  await page().getByRole('region', { name: 'What the caller said' }).waitFor();
  await press('Control+t');
  await page()
    .getByText(/^You have it since/)
    .waitFor();
  await box(/^Income/).fill('5,000');
  await box(/^Essential/).fill('5,200');
  await builder()
    .getByText(/^Nothing is left after essential expenses/)
    .waitFor();
  await lookAt(whole.desk, 'hardship-plan-1-nothing-left');
  await box(/^Essential/).fill('3,200');
  await builder().getByText('$180.00 a month is what they can pay').waitFor();
  await builder().getByRole('group', { name: 'First payment' }).getByRole('button').first().click();
  await builder()
    .getByRole('img', { name: /monthly payments/ })
    .waitFor();
  await lookAt(whole.desk, 'hardship-plan-2-built');
  await button('Offer this plan').click();
  await builder().getByRole('region', { name: 'Disclosure' }).waitFor();
  await builder().getByText('ES', { exact: true }).click();
  await builder().getByText('TASA DE PORCENTAJE ANUAL').first().waitFor();
  await button('By mail').click();
  await builder()
    .getByText(/^On its way by mail/)
    .waitFor();
  await lookAt(whole.desk, 'hardship-plan-3-offered');
  for (const part of ['Read: what it costs', 'Read: what is due when', 'They said yes']) {
    await builder().getByRole('checkbox', { name: part }).click();
    await builder().getByRole('checkbox', { name: part, checked: true }).waitFor();
  }
  await box('Recording of their yes').fill('R-0042');
  await button('Agree to the plan').click();
  await builder().getByRole('heading', { name: 'A plan stands' }).waitFor();
  await lookAt(whole.desk, 'hardship-plan-4-stands');
  const { rows } = await whole.backend.pool.query(
    `SELECT kind, acceptance ->> 'language' AS language FROM payment_plan WHERE offer_id IS NOT NULL`,
  );
  expect(rows).toEqual([{ kind: 'hardship', language: 'es' }]);
});
