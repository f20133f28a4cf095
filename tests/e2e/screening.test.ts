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
  const call = await verifiedCall(await whole.backend.signIn(), personas.marisol);
  const { mrn } = personas.marisol;
  const programme = 'pharmacy';
  await call.desk.value('keepReferral', sentOf(call, whole.backend).referral(mrn, { programme }));
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const part = (name: string) => page().getByRole('region', { name, exact: true });
const screening = () => part('Screening');
const box = (name: string) => screening().getByLabel(name, { exact: true });
const answers = () => part('What the programmes answer');

async function show(name: string, region: string): Promise<void> {
  await part(region).evaluate(element => element.scrollIntoView({ block: 'start' }));
  await lookAt(whole.desk, name);
}

test('every programme answers while the household is typed, and what is unlikely is asked back', async () => {
  await whole.steps.signIn('c.okafor');
  await page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button')
    .first()
    .click();
  await screening().waitFor();
  await page().keyboard.press('Control+t');
  await page()
    .getByText(/^You have it since/)
    .waitFor();
  await expect.poll(() => answers().getByText('Unknown yet').count()).toBe(3);
  await box('People in the household').fill('3');
  await screening().getByRole('button', { name: 'Add an income' }).press('Enter');
  await press('Tab');
  await page().keyboard.type('48,000');
  await screening()
    .getByText(/would be \$576,000.00 a year/)
    .waitFor();
  await show('screening-1-asked-back', 'Screening');
  await screening().getByRole('button', { name: 'Make it yearly' }).press('Enter');
  await answers().getByText('$48,000.00 a year, 175.70% of the guideline').waitFor();
  await box('Medical bills of 12 months').fill('1200');
  await box('Essential living costs a month').fill('3,200');
  await answers()
    .getByText(/no more than \$80.00 a month/)
    .waitFor();
  await screening()
    .getByRole('radiogroup', { name: 'Coverage offered elsewhere' })
    .getByText('Yes')
    .click();
  await screening()
    .getByRole('radiogroup', { name: 'Prescriptions they cannot pay for' })
    .getByText('Yes')
    .click();
  await answers().getByText('Coverage is offered to them elsewhere.').waitFor();
  await show('screening-2-answers', 'What the programmes answer');
});

test('it is kept as it was answered, and asked in Spanish', async () => {
  await screening().getByRole('button', { name: 'Keep this screening' }).press('Enter');
  await part('Kept before')
    .getByText(/Chidi Okafor/)
    .waitFor();
  await part('Plan')
    .getByText(/^From the screening of/)
    .waitFor();
  await screening().getByText('ES', { exact: true }).click();
  await screening()
    .getByText(/¿Cuántas personas viven en su hogar/)
    .waitFor();
  await part('Kept before').locator('summary').first().press('Enter');
  await show('screening-3-kept', 'Screening');
});

test('what is worth it is referred to first, and its outcome ends what the call had noted', async () => {
  const programmes = part('Other programmes');
  await programmes.getByRole('button', { name: 'Refer to a programme' }).press('Enter');
  const form = programmes.getByRole('form', { name: 'Refer to a programme' });
  await expect.poll(() => form.getByLabel('Programme').inputValue()).toBe('pharmacy');
  await form.getByLabel('Programme').selectOption('chc');
  await form.getByLabel('Why all the same').waitFor();
  await form.getByRole('button', { name: 'Note the referral' }).press('Enter');
  await form.getByRole('alert').first().waitFor();
  await show('screening-4-refer', 'Other programmes');
  await form.getByLabel('Programme').selectOption('pharmacy');
  await form.getByLabel('Organization or agency').fill('Medicines for All');
  await form.getByRole('button', { name: 'Note the referral' }).press('Enter');
  await programmes.getByText(/^ask after it by/).waitFor();
  await programmes.getByRole('button', { name: 'Outcome' }).press('Enter');
  await show('screening-5-outcome', 'Other programmes');
  await programmes.getByRole('button', { name: 'Note it' }).press('Enter');
  await programmes.getByText('Enrolled', { exact: true }).waitFor();
  const { rows } = await whole.backend.pool.query(
    'SELECT closed_at IS NOT NULL AS closed FROM referral',
  );
  expect(rows).toEqual([{ closed: true }]);
});
