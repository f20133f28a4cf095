import { join } from 'node:path';
import { mustBe, saveTo } from './card-call.ts';
import type { Played, Stage } from './stage.ts';
import { approvedCard } from './steps.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

const PARTS = ['Read: what it costs', 'Read: what is due when', 'They said yes'];

/** A plan over twelve months: disclosed, put in writing, agreed to by voice, its first payment taken, seen again. */
export async function playPlanCall(stage: Stage): Promise<Played> {
  const { desk, steps, step, folder } = stage;
  const { page } = desk;
  const { hands } = steps;
  const disclosure = join(folder, 'disclosure.pdf');
  const panel = page.getByRole('region', { name: 'Payment plan', exact: true });
  await callToTheBalance(stage);
  await step('six and twelve months side by side', async () => {
    await hands.press('F7');
    await panel.getByText('ANNUAL PERCENTAGE RATE').first().waitFor();
  });
  await step('twelve months', async () => {
    await hands.press('ArrowRight');
    await panel.getByRole('radio', { name: '12 months', checked: true }).waitFor();
    await panel.getByText('ANNUAL PERCENTAGE RATE').first().waitFor();
  });
  await step('the disclosure, saved', async () => {
    await saveTo(desk, disclosure);
    await hands.press('Control+s');
    await panel.getByText('disclosure.pdf').waitFor();
  });
  await step('the written copy goes out first', async () => {
    await hands.press('Control+1');
    await panel.getByText(/On its way by e-mail/).waitFor();
  });
  for (const part of PARTS) {
    await step(part.toLowerCase(), async () => {
      await hands.press('F8');
      await panel
        .getByRole('checkbox', { name: part, checked: true })
        .waitFor({ state: 'attached' });
    });
  }
  await step('the plan is agreed', async () => {
    await hands.press('Control+Enter');
    await panel.getByRole('heading', { name: 'Plan agreed' }).waitFor();
  });
  await step('take the first payment', async () => {
    const take = panel.getByRole('button', { name: /^Take the first payment/ });
    await take.and(page.locator(':focus')).waitFor();
    await hands.press('Enter');
    await steps.takeCard(approvedCard);
    await steps.confirm();
    await mustBe(steps, 'Approved');
  });
  const confirmationNumber = await steps.confirmation();
  await step('wrap up', () => steps.wrapUp());
  await callAgain(stage, 'the next call');
  await step('the plan as it stands', async () => {
    await hands.press('F7');
    await panel.getByRole('heading', { name: 'A plan stands' }).waitFor();
    await panel.getByRole('cell', { name: 'Paid', exact: true }).waitFor();
  });
  await step('wrap up again', () => steps.wrapUp());
  return { confirmationNumber, disclosure };
}
