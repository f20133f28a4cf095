import { daysLater } from './days-later.ts';
import type { Played, Stage } from './stage.ts';
import { approvedCard } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

/** Notice of a varying amount goes out ten days before; banking days may move the payment a little. */
const DAYS = 14;
const CAP = '500.00';
/** What autopay says, each with a yes of its own. */
const PARTS = 6;

/** Autopay agreed part by part on one call, taken by the run of its day, and seen on a later call. */
export async function playAutopayCall(stage: Stage): Promise<Played> {
  const { desk, steps, step } = stage;
  const { page } = desk;
  const { hands } = steps;
  const panel = page.getByRole('region', { name: 'Payments to come', exact: true });
  await callToTheBalance(stage);
  await step('payments to come', async () => {
    await hands.press('Control+g');
    await panel.waitFor();
  });
  await step('autopay, with the most it may take', async () => {
    await panel.getByRole('radio', { name: 'Autopay' }).focus();
    await hands.press('Space');
    const cap = panel.getByRole('textbox', { name: 'At most per statement' });
    await cap.fill(CAP);
  });
  await step('take the card', async () => {
    await steps.typeCard(approvedCard);
    await hands.strike('Enter', await desk.capture());
    await panel.getByText('Visa ending 4242, taken on this call').waitFor();
  });
  await step('read each part, and hear each yes', async () => {
    for (let given = 1; given <= PARTS; given += 1) {
      await hands.press('F8');
      await panel
        .getByRole('checkbox', { checked: true })
        .nth(given - 1)
        .waitFor({ state: 'attached' });
    }
  });
  await step('autopay is set up', async () => {
    await hands.press('Control+Enter');
    await panel.getByRole('button', { name: 'Set up another' }).waitFor();
  });
  await step('wrap up', () => steps.wrapUp());
  await daysLater(stage, DAYS);
  await callAgain(stage, 'the next call');
  const paid = page
    .getByRole('table', { name: 'Recent payments' })
    .getByRole('button', { name: /^\$500\.00 on Visa ending 4242, (approved|posted|settled)/ });
  await step('the statement was paid', () => paid.first().waitFor());
  await step('what became of the payment', async () => {
    await paid.first().focus();
    await hands.press('Enter');
    await page.getByRole('dialog').getByText('Approved', { exact: true }).waitFor();
  });
  await step('wrap up again', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await steps.wrapUp();
  });
  return { cap: CAP };
}
