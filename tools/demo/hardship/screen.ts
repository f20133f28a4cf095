import type { CaseDesk } from './case-desk.ts';

/** The household as it is asked: two people, wages, what they spend. */
export async function screenHousehold(counsel: CaseDesk): Promise<void> {
  const { step, part, fill, push, tabTo, show } = counsel;
  const { hands } = counsel.steps;
  const screening = part('Screening');
  const box = (name: string) => screening.getByLabel(name, { exact: true });
  const no = async (name: string) => {
    const group = screening.getByRole('radiogroup', { name });
    await tabTo(group.getByRole('radio', { checked: true }));
    await hands.press('ArrowRight');
    await hands.press('ArrowRight');
    await group.getByRole('radio', { name: 'No', checked: true }).waitFor({ state: 'attached' });
  };
  await step('the household and its income', async () => {
    await hands.press('F3');
    await fill(box('People in the household'), '2');
    await push(screening.getByRole('button', { name: 'Add an income' }));
    await fill(box('Amount'), '4,500');
    await tabTo(box('Paid'));
    await hands.type('monthly');
    await show(screening);
  });
  await step('what they spend, and what else they have', async () => {
    await fill(box('Medical bills of 12 months'), '610');
    await fill(box('Essential living costs a month'), '4,100');
    await no('Coverage offered elsewhere');
    await no('Prescriptions they cannot pay for');
    await screening.getByText('Everything has been asked.').waitFor();
    await show(part('What the programmes answer'));
  });
  await step('the screening is kept', async () => {
    await push(screening.getByRole('button', { name: 'Keep this screening' }));
    await part('Kept before')
      .getByText(/Chidi Okafor/)
      .waitFor();
    await show(screening);
  });
}
