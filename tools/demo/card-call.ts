import { join } from 'node:path';
import type { DrivenDesk } from '../drive-desk.ts';
import type { Played, Stage } from './stage.ts';
import { approvedCard, cardWithoutFunds, type Steps } from './steps.ts';
import { callToTheBalance } from './to-the-balance.ts';

/** Answers the question where to save, as a person would. */
export async function saveTo(desk: DrivenDesk, path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export async function mustBe(steps: Steps, expected: string): Promise<void> {
  const result = await steps.result();
  if (result !== expected) throw new Error(`The payment ended as “${result}”, not “${expected}”.`);
}

/** A whole call about a bill: verified, explained, one card declined, the next approved, wrapped up. */
export async function playCardCall({ desk, steps, step, folder }: Stage): Promise<Played> {
  const receipt = join(folder, 'receipt.pdf');
  let confirmationNumber = '';
  await callToTheBalance({ steps, step });
  await step('type a card into the isolated view', () => steps.typeCard(cardWithoutFunds));
  await step('the vault keeps it', () => steps.sendCard(cardWithoutFunds));
  await step('declined: insufficient funds', async () => {
    await steps.confirm();
    await mustBe(steps, 'Declined');
  });
  await step('take another card', () => steps.takeCard(approvedCard));
  await step('approved, with a confirmation number', async () => {
    await steps.confirm();
    await mustBe(steps, 'Approved');
    confirmationNumber = await steps.confirmation();
  });
  await step('save the receipt', async () => {
    await saveTo(desk, receipt);
    await steps.hands.press('Control+s');
    await desk.page.getByText('receipt.pdf').waitFor();
  });
  await step('wrap up', () => steps.wrapUp());
  return { confirmationNumber, receipt };
}
