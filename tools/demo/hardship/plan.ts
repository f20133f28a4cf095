import type { CaseDesk } from './case-desk.ts';

const PARTS = ['Read: what it costs', 'Read: what is due when', 'They said yes'];

/** A plan over what the award leaves: built, put in writing, agreed to. Gives what it asks in a month. */
export async function agreeToPlan(counsel: CaseDesk): Promise<string> {
  const { step, part, fill, push, show } = counsel;
  const { hands } = counsel.steps;
  const builder = part('Plan');
  const button = (name: string) => builder.getByRole('button', { name });
  let monthly = '';
  await step('what the household can pay of the rest', async () => {
    await hands.press('F4');
    await builder.getByText('$40.00 a month is what they can pay').waitFor();
  });
  await step('a plan that they can pay', async () => {
    await push(builder.getByRole('group', { name: 'First payment' }).getByRole('button').first());
    await builder.getByRole('img', { name: /monthly payments/ }).waitFor();
  });
  await step('the plan is offered', async () => {
    await push(button('Offer this plan'));
    await builder.getByRole('region', { name: 'Disclosure' }).waitFor();
  });
  await step('the written copy goes out by mail', async () => {
    await push(button('By mail'));
    await builder.getByText(/^On its way by mail/).waitFor();
  });
  for (const name of PARTS) {
    await step(name.toLowerCase(), async () => {
      await hands.press('F8');
      const read = builder.getByRole('checkbox', { name, checked: true });
      await read.waitFor({ state: 'attached' });
    });
  }
  await step('the plan is agreed to', async () => {
    await fill(builder.getByRole('textbox', { name: 'Recording of their yes' }), 'R-0043');
    await push(button('Agree to the plan'));
    await builder.getByRole('heading', { name: 'A plan stands' }).waitFor();
    monthly = await builder.getByText(/ a month, \d+ payments$/).innerText();
  });
  await step('the clock stands still while the plan is kept', async () => {
    const collections = part('Collections');
    await collections
      .getByText(/stands still as long as there is .*a kept plan/)
      .first()
      .waitFor();
    await show(collections);
  });
  return monthly;
}
