import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify as words } from '#shared/words/en/verify.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { checkingAccount } from '#tools/demo/steps.ts';
import { takeWindowPicture } from '#tools/demo/window-picture.ts';

let whole: WholeDesk;

beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  whole = await openWholeDesk();
});
afterAll(() => whole.end());

const picture = (name: string) =>
  takeWindowPicture(whole.desk, `out/pictures/guest-debit-${name}.png`);
const pay = () => whole.desk.page.getByRole('region', { name: 'Pay', exact: true });

test('a guest is asked for a name that a debit can carry', async () => {
  const { desk, steps } = whole;
  await steps.signIn();
  await steps.startCall();
  await steps.sayNotice();
  await steps.locate();
  await steps.hands.press('4');
  const box = desk.page.getByRole('textbox', { name: words.name });
  await box.fill('Ruth 4417');
  await box.press('Enter');
  await desk.page.getByText(words.notAName).waitFor();
  await picture('1-not-a-name');
  await box.fill('Ruth Adeyemi');
  await box.press('Enter');
  await pay().getByRole('textbox', { name: 'Amount the caller wants to pay' }).waitFor();
});

test('and pays by bank account, under that name, hearing nothing of the bill', async () => {
  const { desk, steps } = whole;
  await pay().getByRole('textbox', { name: 'Amount the caller wants to pay' }).fill('25.00');
  await picture('2-amount');
  await steps.takeAccount(checkingAccount);
  await pay()
    .getByText(/you, Ruth Adeyemi, authorise/)
    .waitFor();
  await picture('3-to-be-read');
  await steps.readAuthorisation();
  await steps.hands.press('Control+Enter');
  await steps.waitForResult('Approved');
  await picture('4-approved');
  expect(await desk.page.getByText(/MRI/).count()).toBe(0);
  const { rows } = await whole.backend.pool.query(
    'SELECT payer_name, amount_cents::int FROM tel_authorisation',
  );
  expect(rows).toEqual([{ payer_name: 'Ruth Adeyemi', amount_cents: 2_500 }]);
});
