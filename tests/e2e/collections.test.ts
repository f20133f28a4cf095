import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { openWholeDesk, verifiedCallOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

const GUARANTOR = '300100014';
let whole: WholeDesk;

/** Marisol, who applied for assistance last week and has asked for help. */
beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  whole = await openWholeDesk();
  const { pool, now } = whole.backend;
  const today = dateIn(regions.NCAL.timeZone, instantOf(now()));
  await pool.query(
    `INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on, closed_on)
     VALUES ($1, $2, 'chc', $3, $4)`,
    [randomUUID(), GUARANTOR, addDays(today, -12), addDays(today, -5)],
  );
  await pool.query(
    'INSERT INTO hardship_case (case_id, guarantor_id, opened_at) VALUES ($1, $2, $3)',
    [randomUUID(), GUARANTOR, instantOf(now())],
  );
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const way = () => page().getByRole('table', { name: /^The way of account 88-201447/ });

async function look(name: string): Promise<void> {
  await way().evaluate(element => element.scrollIntoView({ block: 'end' }));
  await lookAt(whole.desk, `collections-${name}`);
}

test('a counselor sees the way of an account in its case', async () => {
  await whole.steps.signIn('c.okafor');
  await page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button')
    .first()
    .click();
  await way().waitFor();
  await look('1-case');
});

test('on a call it is drawn, told in a table and said to the caller', async () => {
  await page().keyboard.press('F10');
  await verifiedCallOn(whole);
  await page().getByRole('button', { name: 'Show the way of each account' }).press('Enter');
  await way().waitFor();
  await expect.poll(() => way().getByRole('row').count()).toBe(7);
  await page()
    .getByRole('img', { name: /^The way of account 88-201447/ })
    .waitFor();
  await page()
    .getByText(/This bill has been past due since/)
    .waitFor();
  await look('2-call');
});
