import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postingDate } from '#shared/calendar/bank-calendar.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { dayIn, sandboxDay } from '#tests/support/sandbox-day.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { approvedCard } from '#tools/demo/steps.ts';

const DAYS = 30;
const ZONE = 'America/Los_Angeles';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk(0, { movable: true });
  await verifiedOn(whole);
});
afterAll(async () => {
  await expectBooksToAgree(whole.backend.pool);
  await whole.end();
});

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const banner = () => page().getByRole('banner');

/** By the wall calendar of this machine, which is the desk's. */
const wallDay = (ms: number) =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  }).format(ms);

async function daysOverdue(): Promise<number> {
  const said = await page()
    .getByText(/\d+ days? overdue/)
    .first()
    .innerText();
  return Number(/(\d+) days? overdue/.exec(said)?.[1]);
}

const look = (name: string) => lookAt(whole.desk, `moved-${name}`);

describe('a sandbox is moved a month while a call is open at the desk', () => {
  let overdueBefore = 0;

  test('before it, the desk has the real date, and takes a promise', async () => {
    await banner().getByText('Sandbox', { exact: true }).waitFor();
    overdueBefore = await daysOverdue();
    await press('Control+p');
    const panel = page().getByRole('region', { name: 'Promise to pay', exact: true });
    await panel.waitFor();
    await page()
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .first()
      .press('Enter');
    await press('Control+Enter');
    await sees('Promise noted');
    await sees('Sent.');
  });

  test('the frame tells the new date, and nobody has to sign in or verify again', async () => {
    const moved = await sandboxDay(whole.backend, '--date', dayIn(whole.backend, DAYS), '--json');
    expect(moved).toMatchObject({ exitCode: 0, said: expect.not.stringMatching(/stays where/) });
    const day = wallDay(Date.parse(JSON.parse(moved.printed).at));
    await banner().getByText(`Sandbox date: ${day}`).waitFor();
    await banner().getByText('may hear everything').waitFor();
    await expect.poll(() => banner().getByRole('timer').innerText()).toMatch(/^\d\d:\d\d$/);
  }, 300_000);

  test('the bill has aged with it, and the promise of that month was not kept', async () => {
    await expect.poll(daysOverdue).toBeGreaterThanOrEqual(overdueBefore + DAYS - 1);
    expect(await daysOverdue()).toBeLessThanOrEqual(overdueBefore + DAYS + 1);
    await sees(/, not kept/);
    await expect
      .poll(() =>
        banner()
          .getByText(/Up to date · \d\d:\d\d$/)
          .count(),
      )
      .toBe(1);
    await look('bill');
  });

  test('days that are offered lie after the new date', async () => {
    await page().getByRole('button', { name: 'Another promise instead' }).click();
    const first = page()
      .getByRole('button', { name: /^\w{3}, \w{3} \d+$/ })
      .first();
    const today = dateIn(ZONE, instantOf(whole.backend.now()));
    const offered = Array.from({ length: 20 }, (_, days) => addDays(today, days + 1)).map(day =>
      sayDate('en', day, day).replace(/^(\w{3})\w*/, '$1'),
    );
    await expect
      .poll(async () => offered.includes((await first.innerText()).replace(/^\w{3}, /, '')))
      .toBe(true);
    await look('promise');
  });

  test('a card is taken, and posts by the calendar of that day', async () => {
    await press('F6');
    await whole.steps.takeCard(approvedCard);
    await whole.steps.confirm();
    expect(await whole.steps.result()).toMatch(/Approved/);
    const { rows } = await whole.backend.pool.query(
      "SELECT taken_at, posting_on FROM payment WHERE source = 'desk'",
    );
    expect(rows).toHaveLength(1);
    const [{ taken_at: takenAt, posting_on: postingOn }] = rows;
    expect(Math.abs(Date.parse(takenAt) - whole.backend.now())).toBeLessThan(600_000);
    expect(postingOn).toBe(postingDate(ZONE, takenAt));
    const today = dateIn(ZONE, takenAt);
    await sees(`Posts to the account on ${sayDate('en', postingOn, today)}.`);
    await look('paid');
  });

  test('a restarted desk says the date before anybody signs in', async () => {
    await whole.desk.kill();
    await whole.restart();
    await sees(`It is ${wallDay(whole.backend.now())} there.`);
    await look('sign-in');
    await whole.steps.signIn();
    await page()
      .getByRole('button', { name: /Visa ending 4242, approved/ })
      .waitFor();
    expect(await banner().getByRole('timer').innerText()).toMatch(/^\d\d:\d\d$/);
    await look('restored');
  });
});
