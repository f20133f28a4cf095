import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import { collectionsTimeline } from '#shared/collections/timeline.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type Bill, billed, day, stepsOf } from './bills.ts';
import { allSentOn, collector, hold } from './collector.ts';

let backend: TestBackend;
let daily: ReturnType<typeof collector>;
beforeAll(async () => {
  backend = await startTestBackend();
  daily = collector(backend);
  // Whoever signs in brings the workstation that promises are noted at.
  await backend.signIn();
  for (const region of ['CO', 'NCAL'] as const) await daily.run(day('2027-10-01'), region);
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await daily.close();
  await backend.stop();
});

/** Their days cross the ends of months and 29 February 2028. */
const dueOn = day('2027-10-31');
const firstBilledOn = day('2027-10-01');

const ended = (kind: HoldPeriod['kind']): HoldPeriod => ({
  kind,
  from: day('2027-11-30'),
  until: day('2027-12-30'),
});
const open = (kind: HoldPeriod['kind']): HoldPeriod => ({
  kind,
  from: day('2027-12-20'),
  until: null,
});

const cases: [name: string, region: 'CO' | 'NCAL', holds: HoldPeriod[]][] = (
  ['CO', 'NCAL'] as const
).flatMap(region => [
  [`${region}, nothing held`, region, []],
  ...(['application', 'dispute', 'promise'] as const).map((kind): (typeof cases)[number] => [
    `${region}, ${kind} that ended`,
    region,
    [ended(kind)],
  ]),
  [`${region}, application and dispute at once`, region, [ended('application'), ended('dispute')]],
  [`${region}, application that is open`, region, [open('application')]],
  [`${region}, dispute that is open`, region, [open('dispute')]],
]);

/** The days on which everything is to happen, by the arithmetic alone. */
function expected(region: 'CO' | 'NCAL', holds: readonly HoldPeriod[]) {
  const clock = {
    dueOn,
    firstBilledOn,
    holds,
    extraordinaryActionAfterDays: region === 'NCAL' ? 180 : 120,
  };
  return collectionsTimeline(clock);
}

describe('each step, with each hold, in California and elsewhere', () => {
  const bills = new Map<string, Bill>();

  it('is taken by the run of its day, not by that of the day before, and once', async () => {
    const days = new Set<CalendarDate>();
    for (const [name, region, holds] of cases) {
      const bill = await billed(backend, { dueOn, billedOn: firstBilledOn, region });
      for (const each of holds) await hold(backend, bill, each);
      bills.set(name, bill);
      for (const { on } of expected(region, holds)) {
        if (on) for (const around of [-1, 0, 1]) days.add(addDays(on, around));
      }
    }
    for (const date of [...days].sort()) {
      for (const region of ['CO', 'NCAL'] as const) await daily.run(date, region);
      await allSentOn(backend, date);
    }
    for (const [name, region, holds] of cases) {
      const steps = expected(region, holds).filter(({ step, on }) => step !== 'notice' && on);
      const noted = await stepsOf(backend, bills.get(name) as Bill);
      const happened = noted.filter(each => !/^(lifted|resumed)/.test(each));
      expect([name, happened.sort()]).toEqual([
        name,
        steps.map(({ step, on }) => `${step} ${on}`).sort(),
      ]);
    }
  }, 240_000);

  it('is refused by the database on any day before, and on a day on which a clock stands still', async () => {
    const at = (bill: Bill, step: string, on: CalendarDate) =>
      backend.pool.query(
        `INSERT INTO collections_step (charge_id, account_id, guarantor_id, statement_number, step, happened_on, time_zone,
           noted_at) VALUES ($1, $2, $3, $4, $5, $6, 'America/Denver', now())`,
        [bill.chargeId, bill.accountId, bill.guarantorId, bill.statementNumber, step, on],
      );
    const bill = await billed(backend, { dueOn, billedOn: firstBilledOn });
    for (const [step, on] of [
      ['past_due', addDays(dueOn, 31)],
      ['referral', addDays(dueOn, 61)],
    ] as const) {
      await expect(at(bill, step, addDays(on, -1))).rejects.toThrow('taken on its day, not before');
      await at(bill, step, on);
      await expect(at(bill, step, addDays(on, 1))).rejects.toThrow('collections_step_once');
    }
    const late = addDays(firstBilledOn, 400);
    await expect(at(bill, 'service_hold', late)).rejects.toThrow('not before');
    await expect(at(bill, 'extraordinary_action', late)).rejects.toThrow('not before');
    const held = await billed(backend, { dueOn, billedOn: firstBilledOn });
    await hold(backend, held, open('application'));
    await expect(at(held, 'past_due', late)).rejects.toThrow('while its clock stands still');
    const taken = bills.get('CO, nothing held') as Bill;
    await expect(
      backend.pool.query('DELETE FROM collections_step WHERE charge_id = $1', [taken.chargeId]),
    ).rejects.toThrow('never changed or deleted');
  });
});
