import { afterAll, beforeAll, test } from 'vitest';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { inMonths, planDesk } from '#tests/backend/plans/plan-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  const firstDueOn = onOrAfterBankDay(
    addDays(dateIn('America/Los_Angeles', instantOf(Date.now())), 7),
  );
  const other = await verifiedCall(await whole.backend.signIn());
  await planDesk(other, () => Date.now()).agreed(inMonths(6, firstDueOn));
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => whole.steps.hands.press(key);

test('a plan is paused by keyboard: explained from what to what, read aloud, agreed to', async () => {
  await press('F7');
  const changes = page().getByRole('region', { name: 'Change the plan' });
  await changes.waitFor();
  await press('Alt+2');
  await changes.getByText('Months of pause').waitFor();
  await press('Control+Enter');
  await changes.getByRole('table', { name: 'What changes' }).waitFor();
  await changes.getByRole('table', { name: 'What changes' }).scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'plan-changes-pause');
  await press('Control+Enter');
  await changes
    .getByRole('status')
    .getByText(/ask for their yes first/)
    .waitFor();
  await press('F8');
  await press('Control+Enter');
  await changes.getByText(/Rests until/).waitFor();
  await changes.getByRole('button', { name: 'Resume now' }).waitFor();
});
