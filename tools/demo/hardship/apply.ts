import type { CaseDesk } from './case-desk.ts';

/** Begins the application on what the household said, and hands it in on their word. */
export async function applyForAssistance(counsel: CaseDesk): Promise<void> {
  const { step, part, fill, show } = counsel;
  const { hands } = counsel.steps;
  const application = part('Medical Financial Assistance');
  await step('the application is begun', async () => {
    await hands.press('Control+Shift+A');
    await application.getByText('Draft, not handed in yet').waitFor();
    await show(application);
  });
  await step('declared on the recorded call, and handed in', async () => {
    await fill(application.getByRole('textbox', { name: 'Recording' }), 'R-0042');
    await hands.press('Control+Shift+A');
    await application.getByText('Waiting for documents', { exact: true }).waitFor();
    await show(application);
  });
  await step('the clock of collections stands still', async () => {
    const collections = part('Collections');
    await collections
      .getByText(/stands still as long as there is an application for assistance/)
      .first()
      .waitFor();
    await show(collections);
  });
}
