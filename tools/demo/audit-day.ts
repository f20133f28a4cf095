import { approveRefund } from './audit/approve-refund.ts';
import { tour } from './audit/tour.ts';
import { handTo } from './days-later.ts';
import { askForRefund } from './refund-asked.ts';
import type { Played, Stage } from './stage.ts';

/** A representative asks, a supervisor decides and goes through every page of the audit workspace, in light and dark. */
export async function playAuditDay(stage: Stage): Promise<Played> {
  const { desk, step } = stage;
  const confirmationNumber = await askForRefund(stage);
  await handTo(stage, 's.lindqvist');
  await approveRefund(stage);
  for (const { name, work } of tour) {
    await step(name, () => work(stage));
    await step(`${name}, dark`, () => desk.page.emulateMedia({ colorScheme: 'dark' }));
    await desk.page.emulateMedia({ colorScheme: 'light' });
  }
  return { confirmationNumber, pages: tour.length };
}
