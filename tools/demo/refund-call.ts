import { mustBe } from './card-call.ts';
import { daysLater, handTo } from './days-later.ts';
import type { Played, Stage } from './stage.ts';
import { approvedCard } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

/** A card is settled two business days after it was posted, whatever weekend or holiday is between. */
const DAYS = 7;

/** A payment that has settled is given back to its card, once a supervisor agrees. */
export async function playRefundCall(stage: Stage): Promise<Played> {
  const { desk, steps, step } = stage;
  const { page } = desk;
  const { hands } = steps;
  const dialog = page.getByRole('dialog');
  const openPayment = async () => {
    const table = page.getByRole('table', { name: 'Recent payments' });
    await table
      .getByRole('button', { name: /Visa ending 4242/ })
      .first()
      .focus();
    await hands.press('Enter');
  };
  const act = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).focus();
    await hands.press('Enter');
  };
  let confirmationNumber = '';
  await callToTheBalance(stage);
  await step('take a card', () => steps.takeCard(approvedCard));
  await step('approved, with a confirmation number', async () => {
    await steps.confirm();
    await mustBe(steps, 'Approved');
    confirmationNumber = await steps.confirmation();
  });
  await step('wrap up', () => steps.wrapUp());
  await daysLater(stage, DAYS);
  await callAgain(stage, 'the caller wants it back');
  await step('the payment has settled', async () => {
    await openPayment();
    await dialog.getByText('Settled', { exact: true }).waitFor();
  });
  await step('ask for the refund', async () => {
    await act('Refund');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The visit was never hers.');
    await act('Ask for the refund');
    await dialog.getByText('A supervisor decides; nothing is paid before.').waitFor();
  });
  await step('wrap up', async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await steps.wrapUp();
  });
  await handTo(stage, 's.lindqvist');
  await step('the supervisor opens the refund', async () => {
    const waiting = page.getByRole('list', { name: /Refunds that wait/ }).getByRole('button');
    await waiting.first().focus();
    await hands.press('Enter');
    await page.getByRole('textbox', { name: 'Reason' }).fill('Looked at the visit.');
  });
  await step('approved and given back', async () => {
    await hands.press('Control+Enter');
    await page.getByText('Decided: approved and given back.').waitFor();
  });
  await handTo(stage, 'r.ames');
  await callAgain(stage, 'the caller asks again');
  await step('given back whole', async () => {
    await openPayment();
    await dialog.getByText('Given back whole').waitFor();
  });
  return { confirmationNumber };
}
