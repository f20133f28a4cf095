import { personas } from '#backend/seed/personas.ts';
import { handTo } from './days-later.ts';
import { applyForAssistance } from './hardship/apply.ts';
import { caseDesk } from './hardship/case-desk.ts';
import { decideAndWrite } from './hardship/decide.ts';
import { addDocuments } from './hardship/documents.ts';
import { agreeToPlan } from './hardship/plan.ts';
import { screenHousehold } from './hardship/screen.ts';
import type { Played, Stage } from './stage.ts';

const { otis } = personas;

/** From a call that cannot be paid to an award and a plan over the rest, by two counselors. */
export async function playHardshipCase(stage: Stage): Promise<Played> {
  const { steps, step, desk } = stage;
  const { page } = desk;
  const { hands } = steps;
  const counsel = caseDesk(stage);
  await step('r.ames signs in', () => steps.signIn());
  await step('a caller who cannot pay', async () => {
    await steps.startCall();
    await steps.sayNotice();
    await steps.locate(otis.mrn);
    await steps.verify({ birthDate: '9/20/1966', postalCode: '95816' });
    await page.getByText('$609.80', { exact: true }).first().waitFor();
  });
  await step('referred to a counselor', async () => {
    const panel = page.getByRole('region', { name: 'Refer to a counselor', exact: true });
    await hands.press('Control+r');
    await panel.waitFor();
    await hands.press('Tab');
    await hands.type('Hours were cut in October; two at home. Cannot pay what is past due.');
    await hands.press('Control+Enter');
    await panel.getByText('Sent.').waitFor();
  });
  await step('wrap up', () => steps.wrapUp());
  await handTo(stage, 'c.okafor');
  await step('the referral is on the worklist', () => counsel.openFirst());
  await step('the counselor takes the case', () => counsel.take());
  await screenHousehold(counsel);
  await applyForAssistance(counsel);
  await addDocuments(counsel);
  await handTo(stage, 'm.delgado');
  const letter = await decideAndWrite(counsel);
  const monthly = await agreeToPlan(counsel);
  return { letter, monthly };
}
