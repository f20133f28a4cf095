import { mustBe } from './card-call.ts';
import { daysLater, handTo } from './days-later.ts';
import type { Played, Stage } from './stage.ts';
import { checkingAccount } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

/** The sandbox's bank sends debits of accounts that end so back as R01, insufficient funds. */
const emptyAccount = { ...checkingAccount, accountNumber: '004417727701' };
/** A debit settles the next business day and comes back within two more. */
const DAYS = 9;

/** A debit that the bank sends back: on the supervisor's list, and on the balance again. */
export async function playReturnCall(stage: Stage): Promise<Played> {
  const { desk, steps, step } = stage;
  const { page } = desk;
  let confirmationNumber = '';
  await callToTheBalance(stage);
  await step('take an account without funds', () => steps.takeAccount(emptyAccount));
  await step('read the authorisation, and hear the yes', () => steps.readAuthorisation());
  await step('accepted, with a confirmation number', async () => {
    await steps.hands.press('Control+Enter');
    await steps.waitForResult(/Approved|Waiting|Not charged/);
    await mustBe(steps, 'Approved');
    confirmationNumber = await steps.confirmation();
    await steps.hands.press('F8');
    await page.getByText('Said: confirmation number').waitFor();
  });
  await step('wrap up', () => steps.wrapUp());
  await daysLater(stage, DAYS, 's.lindqvist');
  await step('the supervisor sees what came back', () =>
    page
      .getByRole('list', { name: /What needs a supervisor/ })
      .getByText(/Sent back R01/)
      .first()
      .waitFor(),
  );
  await handTo(stage, 'r.ames');
  await callAgain(stage, 'the next call');
  await step('the balance is open again', async () => {
    await steps.readBalance();
    await page
      .getByText(/^returned/i)
      .first()
      .waitFor();
  });
  await step('wrap up again', () => steps.wrapUp());
  return { confirmationNumber };
}
