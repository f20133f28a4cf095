import type { Stage } from '../stage.ts';

/** The supervisor looks at the request, gives a reason and lets the money go back. */
export async function approveRefund({ desk, steps, step }: Stage): Promise<void> {
  const { page } = desk;
  const { hands } = steps;
  await step('the supervisor opens the refund', async () => {
    await hands.press('Shift+F2');
    const waiting = page.getByRole('list', { name: /Requests that wait/ }).getByRole('button');
    await waiting.first().focus();
    await hands.press('Enter');
    await page.getByRole('textbox', { name: 'Reason' }).fill('Looked at the visit.');
  });
  await step('approved and given back', async () => {
    await hands.press('Control+Enter');
    await page.getByText('Approved and given back.').waitFor();
  });
}
