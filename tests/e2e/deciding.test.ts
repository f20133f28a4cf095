import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import {
  applicationDesk,
  earning,
  hireCounselors,
} from '#tests/backend/applications/application-desk.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

let whole: WholeDesk;
let reyes: SignedIn;
let consuelos: Awaited<ReturnType<typeof applicationDesk>>;

/** One application waits, another was denied against the rule and is appealed. */
beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  whole = await openWholeDesk();
  const { backend } = whole;
  await hireCounselors(backend.pool);
  reyes = await backend.signIn('c.reyes');
  consuelos = await applicationDesk(
    backend,
    reyes,
    personas.consuelo.guarantorId,
    earning(500_000),
  );
  await consuelos.inReview();
  const okafor = await backend.signIn('c.okafor');
  const otis = await applicationDesk(backend, okafor, personas.otis.guarantorId);
  await otis.inReview();
  await otis.decide(reyes, { outcome: 'denied', reason: 'The payslips are of somebody else.' });
  await otis.appeal();
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const list = () => page().getByRole('region', { name: 'Applications to decide', exact: true });
const pane = () => page().getByRole('region', { name: 'Application', exact: true });

test('a supervisor sees what waits by its last day, and decides an appeal with a reason', async () => {
  await whole.steps.signIn('s.lindqvist');
  await page().keyboard.press('F8');
  await list().getByText('2 applications to decide').waitFor();
  await lookAt(whole.desk, 'deciding-1-list');
  await list()
    .getByRole('button', { name: /denied by Carmen Reyes/ })
    .click();
  await pane()
    .getByText(/^Denied by Carmen Reyes/)
    .waitFor();
  await page().keyboard.press('Control+Shift+a');
  await pane()
    .getByText(/at least/)
    .waitFor();
  await pane()
    .getByRole('radio', { name: 'Award 100%, as the rule says' })
    .scrollIntoViewIfNeeded();
  await lookAt(whole.desk, 'deciding-2-reason-missing');
  await pane().getByRole('textbox', { name: 'Reason' }).fill('The payslips carry her name.');
  await page().keyboard.press('Control+Shift+a');
  await pane()
    .getByText(/^100% awarded by Sanna Lindqvist/)
    .waitFor();
  await list().getByText('1 application to decide').waitFor();
});

test('a supervisor who decides too late reads that, and what stands', async () => {
  await list()
    .getByRole('button', { name: /handed in on/ })
    .click();
  await pane().getByRole('textbox', { name: 'Reason' }).fill('The payslips prove it.');
  const okafor = await whole.backend.signIn('c.okafor');
  await consuelos.decide(okafor, { outcome: 'awarded', percent: 75, reason: null });
  await page().keyboard.press('Control+Shift+a');
  await pane()
    .getByRole('alert')
    .getByText(/A colleague decided this meanwhile/)
    .waitFor();
  await pane()
    .getByText(/^75% awarded by Chidi Okafor/)
    .waitFor();
  await lookAt(whole.desk, 'deciding-3-too-late');
  await list()
    .getByRole('checkbox', { name: /not as the rule/ })
    .click();
  await expect
    .poll(() => list().getByRole('list', { name: 'Decided' }).getByRole('button').count())
    .toBe(1);
  await lookAt(whole.desk, 'deciding-4-overrides');
});
