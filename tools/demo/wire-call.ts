import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Played, Stage } from './stage.ts';
import { callAgain, callToTheBalance } from './to-the-balance.ts';

const AMOUNT = '312.40';

/** One entry of the bank's statement, as it is read from a file. */
function statementOf(reference: string): string {
  const today = dateIn('America/Los_Angeles', instantOf(Date.now()));
  return [
    'statement_id,entry_id,booked_on,amount,currency,direction,channel,remitter,remittance',
    `S-1,E-1,${today},${AMOUNT},USD,credit,wire,FIRST BANK,"hospital bill, ${reference}"`,
    '',
  ].join('\r\n');
}

/** A wire from its reference on one call, through the bank's statement, to the balance on the next. */
export async function playWireCall(stage: Stage): Promise<Played> {
  const { desk, steps, step, sandbox } = stage;
  const { page } = desk;
  const panel = page.getByRole('region', { name: 'Expect a wire', exact: true });
  let reference = '';
  await callToTheBalance(stage);
  await step('expect a wire', async () => {
    await steps.hands.press('Control+w');
    await panel.waitFor();
    await panel
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .first()
      .focus();
    await steps.hands.press('Enter');
  });
  await step('noted, and its reference read out', async () => {
    await steps.hands.press('Control+Enter');
    await page.getByText('Wire noted as expected').waitFor();
    await panel.getByText('Sent.').waitFor();
    await panel.getByRole('list', { name: 'The reference spelled out' }).waitFor();
    const shown = panel.getByRole('heading', { name: 'Reference for the wire' });
    reference = await shown.locator('xpath=following-sibling::p[1]').innerText();
  });
  await step('wrap up', () => steps.wrapUp());
  await step('the statement of the bank is read', async () => {
    await sandbox.takeStatement(statementOf(reference));
  });
  await callAgain(stage, 'the next call');
  await step('the wire is received', () =>
    page
      .getByText(/received/i)
      .first()
      .waitFor(),
  );
  await step('wrap up again', () => steps.wrapUp());
  return { reference };
}
