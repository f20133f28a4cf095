import { mustBe } from './card-call.ts';
import type { Played, Stage } from './stage.ts';
import { approvedCard } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

/** A card kept by its holder's yes while it pays, and the next call paid with it, counted by itself. */
export async function playStoredCall(stage: Stage): Promise<Played> {
  const { desk, steps, step } = stage;
  const { page } = desk;
  const { hands } = steps;
  let confirmationNumber = '';
  const approved = async () => {
    await steps.waitForResult(/Approved|Declined|Waiting|Not charged/);
    await mustBe(steps, 'Approved');
    confirmationNumber = await steps.confirmation();
    await hands.press('F8');
    await page.getByText('Said: confirmation number').waitFor();
  };
  await callToTheBalance(stage);
  await step('take a new card', () => steps.takeCard(approvedCard));
  await step('the caller wants it kept', () => steps.keepCard());
  await step('approved', async () => {
    await steps.readPermission();
    await hands.press('Control+Enter');
    await approved();
  });
  await step('wrap up', () => steps.wrapUp());
  const before = hands.actions();
  await callAgain(stage, 'the next call');
  await step('the kept card is offered', () => page.getByText('that we keep for you').waitFor());
  await step('read for it, and hear the yes', () => steps.takeKeptCard());
  await step('approved without a capture', async () => {
    await hands.press('Control+Enter');
    await approved();
  });
  await step('wrap up again', () => steps.wrapUp());
  return { confirmationNumber, 'actions with the stored card': hands.actions() - before };
}
