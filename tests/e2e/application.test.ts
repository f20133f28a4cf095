import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import {
  applicationDesk,
  earning,
  hireCounselors,
} from '#tests/backend/applications/application-desk.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';

const pictures = 'out/pictures';
let whole: WholeDesk;

/** Consuelo's application was entered by a colleague, and everything is in. */
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  whole = await openWholeDesk();
  const { backend } = whole;
  await hireCounselors(backend.pool);
  const colleague = await backend.signIn('c.reyes');
  const { guarantorId } = personas.consuelo;
  await (await applicationDesk(backend, colleague, guarantorId, earning(500_000))).inReview();
});
afterAll(() => whole.end());

const page = () => whole.desk.page;

async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme });
    const path = `${pictures}/application-${name}-${colorScheme}.png`;
    await page().screenshot({ path, animations: 'disabled' });
  }
  await page().emulateMedia({ colorScheme: 'light' });
}

test('a counselor decides an application that a colleague entered, and sees before what it takes off', async () => {
  await whole.steps.signIn('c.okafor');
  await page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button')
    .first()
    .click();
  const part = page().getByRole('region', { name: 'Medical Financial Assistance' });
  await part.getByText('In review', { exact: true }).waitFor();
  await part.getByText(/business days left/).waitFor();
  const form = part.getByRole('form', { name: 'Decision' });
  await form.getByRole('radio', { name: 'Award 75%, as the rule says' }).waitFor();
  await form.getByRole('row', { name: /^Together/ }).scrollIntoViewIfNeeded();
  await look('1-to-decide');
  await form.getByRole('radio', { name: 'Award 100%' }).click();
  await page().keyboard.press('Control+Shift+a');
  await form.getByRole('alert').waitFor();
  await look('2-reason-missing');
  await form.getByRole('radio', { name: 'Award 75%, as the rule says' }).click();
  await page().keyboard.press('Control+Shift+a');
  await part.getByText('Awarded', { exact: true }).waitFor();
  await part.getByRole('row', { name: /^Together/ }).scrollIntoViewIfNeeded();
  await look('3-awarded');
  expect(await part.getByText(/^75% awarded by Chidi Okafor/).count()).toBe(1);
});
