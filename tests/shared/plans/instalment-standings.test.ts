import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { instalmentStandings } from '#shared/plans/instalment-standings.ts';

const day = (date: string) => date as CalendarDate;
const dates = ['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01'].map(day);

/** A plan of four payments of $10.00, of which so many due dates are still to come and so much is past due. */
function plan(toCome: readonly CalendarDate[], pastDueCents: number, payoffCents = 1_000) {
  const payments = dates.map(dueOn => ({ dueOn, amountCents: cents(1_000) }));
  const coming = toCome.map(dueOn => ({ dueOn, amountCents: cents(1_000) }));
  const standing = { dueDates: toCome, pastDueCents: cents(pastDueCents), payoffCents, coming };
  return { disclosure: { payments }, standing } as unknown as AgreedPlan;
}

const standings = (of: AgreedPlan, today: string) =>
  instalmentStandings(of, day(today)).map(each => each.standing);

describe('the instalments of a plan', () => {
  test('are paid as far as nothing is past due, and to come after that', () => {
    expect(standings(plan(dates.slice(2), 0), '2027-01-20')).toEqual([
      'paid',
      'paid',
      'to_come',
      'to_come',
    ]);
  });

  test('are missed from the newest back, of which a part may be paid', () => {
    const missed = instalmentStandings(plan(dates.slice(3), 1_250), day('2027-02-20'));
    expect(missed.map(({ standing, openCents }) => [standing, openCents])).toEqual([
      ['paid', 0],
      ['missed', 250],
      ['missed', 1_000],
      ['to_come', 1_000],
    ]);
  });

  test('are due, not missed, on their very day', () => {
    expect(standings(plan(dates.slice(1), 1_000), '2026-12-01')[0]).toBe('due');
    expect(standings(plan(dates.slice(1), 1_000), '2026-12-02')[0]).toBe('missed');
  });

  test('have the dates that a pause moved them to', () => {
    const moved = [day('2027-03-01'), day('2027-04-01'), day('2027-05-01')];
    expect(instalmentStandings(plan(moved, 0), day('2026-12-20')).map(each => each.dueOn)).toEqual([
      '2026-12-01',
      ...moved,
    ]);
  });

  test('are all paid when nothing is left, however early', () => {
    expect(standings(plan([], 0, 0), '2026-12-02')).toEqual(['paid', 'paid', 'paid', 'paid']);
  });
});
