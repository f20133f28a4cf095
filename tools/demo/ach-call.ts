import { join } from 'node:path';
import { mustBe, saveTo } from './card-call.ts';
import type { Played, Stage } from './stage.ts';
import { checkingAccount } from './steps.ts';
import { callToTheBalance } from './to-the-balance.ts';

/** A whole call paid from a bank account: captured, authorised element by element, accepted, in writing. */
export async function playAchCall({ desk, steps, step, folder }: Stage): Promise<Played> {
  const receipt = join(folder, 'receipt.pdf');
  const { page } = desk;
  let confirmationNumber = '';
  await callToTheBalance({ steps, step });
  await step('type a bank account into the isolated view', () =>
    steps.typeAccount(checkingAccount),
  );
  await step('the vault keeps it', () => steps.sendAccount(checkingAccount));
  await step('read the authorisation, and hear the yes', () => steps.readAuthorisation());
  await step('accepted, with a confirmation number', async () => {
    await steps.hands.press('Control+Enter');
    await steps.waitForResult(/Approved|Waiting|Not charged/);
    await mustBe(steps, 'Approved');
    confirmationNumber = await steps.confirmation();
    await steps.hands.press('F8');
    await page.getByText('Said: confirmation number').waitFor();
  });
  await step('save receipt and written copy', async () => {
    await saveTo(desk, receipt);
    await page.keyboard.press('Control+s');
    await page.getByText('receipt.pdf').waitFor();
    await saveTo(desk, join(folder, 'authorisation.pdf'));
    await page.keyboard.press('Control+Shift+S');
    await page.getByText('authorisation.pdf').waitFor();
  });
  await step('wrap up', () => steps.wrapUp());
  return { confirmationNumber, receipt };
}
