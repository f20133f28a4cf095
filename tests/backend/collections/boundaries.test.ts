import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extraordinaryAfterDays } from '#backend/collections/charges.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import { collectionsTimeline } from '#shared/collections/timeline.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type Bill, billed, day, stepsOf } from './bills.ts';
import { allSentOn, collector, hold } from './collector.ts';

let backend: TestBackend;
let daily: ReturnType<typeof collector>;
beforeAll(async () => {
  // Letters leave when a test says so: the server's own turns rest.
  backend = await startTestBackend({ postEveryMs: 3_600_000 });
  daily = collector(backend);
  // Whoever signs in brings the workstation that promises are noted at.
  await backend.signIn();
  for (const region of ['CO', 'NCAL', 'GA', 'SCAL'] as const) {
    await daily.run(day('2027-10-01'), region);
  }
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
function expected(region: RegionCode, holds: readonly HoldPeriod[]) {
  const clock = {
    dueOn,
    firstBilledOn,
    holds,
    extraordinaryActionAfterDays: extraordinaryAfterDays(region),
  };
  return collectionsTimeline(clock);
}

/** Regions whose runs never come on the day itself. */
const lateRegions = ['GA', 'SCAL'] as const;

/** The same of a bill that nothing holds, whose notice leaves a day late as everything is done a day late. */
function dates(region: RegionCode) {
  const noticeSentOn = expected(region, []).find(({ step }) => step === 'notice')?.on;
  const clock = {
    dueOn,
    firstBilledOn,
    holds: [],
    extraordinaryActionAfterDays: extraordinaryAfterDays(region),
    noticeSentOn: noticeSentOn ? addDays(noticeSentOn, 1) : null,
  };
  return collectionsTimeline(clock).flatMap(({ step, on }) => (on ? [{ step, on }] : []));
}

/** The days before and after each of them, less those on which something is to happen. */
function around(region: RegionCode): ReadonlySet<CalendarDate> {
  const on = new Set(dates(region).map(each => each.on));
  const beside = [...on].flatMap(each => [addDays(each, -1), addDays(each, 1)]);
  return new Set(beside.filter(each => !on.has(each)));
}

describe('each step, with each hold, in California and elsewhere', () => {
  const bills = new Map<string, Bill>();
  const missed = new Map<RegionCode, Bill>();

  it('is taken by the run of its day, not by that of the day before, and once', async () => {
    const days = new Set<CalendarDate>();
    for (const [name, region, holds] of cases) {
      const bill = await billed(backend, { dueOn, billedOn: firstBilledOn, region });
      for (const each of holds) await hold(backend, bill, each);
      bills.set(name, bill);
      for (const { on } of expected(region, holds)) {
        if (on) for (const beside of [-1, 0, 1]) days.add(addDays(on, beside));
      }
    }
    for (const region of lateRegions) for (const date of around(region)) days.add(date);
    for (const region of lateRegions) {
      missed.set(region, await billed(backend, { dueOn, billedOn: firstBilledOn, region }));
    }
    for (const date of [...days].sort()) {
      for (const region of ['CO', 'NCAL'] as const) await daily.run(date, region);
      // Where the run of the day itself never comes, that of the day before and that of the day after do.
      for (const region of lateRegions) {
        if (around(region).has(date)) await daily.run(date, region);
      }
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

  it.each(lateRegions)(
    'is taken by the run of the day after where that of its day never came, and not by that of the day before, in %s',
    async region => {
      const noted = await stepsOf(backend, missed.get(region) as Bill);
      const steps = dates(region).filter(({ step }) => step !== 'notice');
      expect(noted.sort()).toEqual(steps.map(({ step, on }) => `${step} ${addDays(on, 1)}`).sort());
    },
  );

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
