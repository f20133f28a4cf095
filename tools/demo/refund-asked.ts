import { mustBe } from './card-call.ts';
import { daysLater } from './days-later.ts';
import type { Stage } from './stage.ts';
import { approvedCard } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

/** A card is settled two business days after it was posted, whatever weekend or holiday is between. */
const DAYS = 7;

/** The payment that was taken first, opened out of the recent ones. */
export async function openPayment({ desk, steps }: Stage): Promise<void> {
  const table = desk.page.getByRole('table', { name: 'Recent payments' });
  await table
    .getByRole('button', { name: /Visa ending 4242/ })
    .first()
    .focus();
  await steps.hands.press('Enter');
}

/** A card is charged, settles, and its payer wants it back: gives the confirmation number of what waits for a second person. */
export async function askForRefund(stage: Stage): Promise<string> {
  const { desk, steps, step } = stage;
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  const act = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).focus();
    await steps.hands.press('Enter');
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
    await openPayment(stage);
    await dialog.getByText('Settled', { exact: true }).waitFor();
  });
  await step('ask for the refund', async () => {
    await act('Refund');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The visit was never hers.');
    await act('Ask for the refund');
    await dialog.getByText('A supervisor decides; nothing is paid before.').waitFor();
  });
  await step('wrap up the second call', async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await steps.wrapUp();
  });
  return confirmationNumber;
}
