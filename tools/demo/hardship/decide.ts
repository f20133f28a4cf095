import { join } from 'node:path';
import { saveTo } from '../card-call.ts';
import type { CaseDesk } from './case-desk.ts';

/** A colleague takes the case over and decides as the rule says; the letter about it, saved. Gives its file. */
export async function decideAndWrite(counsel: CaseDesk): Promise<string> {
  const { desk, step, part, fill, push, show, folder } = counsel;
  const { hands } = counsel.steps;
  const letter = join(folder, 'award-letter.pdf');
  const application = part('Medical Financial Assistance');
  await step('a colleague takes the case over', async () => {
    await counsel.openFirst();
    await push(part('Case').getByRole('button', { name: 'Take over…' }));
    const reason = part('Case').getByRole('textbox', {
      name: 'Why you take it from your colleague',
    });
    await fill(reason, 'Who entered it may not decide.');
    await hands.press('Enter');
    await part('Case')
      .getByText(/^You have it since/)
      .waitFor();
  });
  await step('what the award would take off', async () => {
    const form = application.getByRole('form', { name: 'Decision' });
    await form
      .getByRole('radio', { name: 'Award 75%, as the rule says', checked: true })
      .waitFor({ state: 'attached' });
    await show(application);
  });
  await step('decided as the rule says', async () => {
    await hands.press('Control+Shift+A');
    await application.getByText('Awarded', { exact: true }).waitFor();
    await application.getByText(/^75% awarded by Marta Delgado/).waitFor();
    await application.getByRole('row', { name: /^Together/ }).waitFor();
    await show(application);
  });
  await step('the award letter, saved', async () => {
    await saveTo(desk, letter);
    await hands.press('F3');
    await push(part('Letters').getByRole('button', { name: /^Save as PDF: Award/ }));
    await part('Letters')
      .getByText(/^Saved as .*award-letter\.pdf/)
      .waitFor();
  });
  return letter;
}
