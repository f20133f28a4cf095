import { approveRefund } from './audit/approve-refund.ts';
import { handTo } from './days-later.ts';
import { askForRefund, openPayment } from './refund-asked.ts';
import type { Played, Stage } from './stage.ts';
import { callAgain } from './to-the-balance.ts';

/** A payment that has settled is given back to its card, once a supervisor agrees. */
export async function playRefundCall(stage: Stage): Promise<Played> {
  const { desk, step } = stage;
  const confirmationNumber = await askForRefund(stage);
  await handTo(stage, 's.lindqvist');
  await approveRefund(stage);
  await handTo(stage, 'r.ames');
  await callAgain(stage, 'the caller asks again');
  await step('given back whole', async () => {
    await openPayment(stage);
    await desk.page.getByRole('dialog').getByText('Given back whole').waitFor();
  });
  return { confirmationNumber };
}
