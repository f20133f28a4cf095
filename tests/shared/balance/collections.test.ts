import { describe, expect, it, test } from 'vitest';
import { collectionsStanding } from '#shared/balance/collections.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { Charge } from '#shared/billing/charge.ts';
import { type Noted, nothingNoted } from '#shared/billing/noted.ts';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { aCharge, marisol } from './marisol.ts';

const dueOn = '2026-03-31' as CalendarDate;
const late = aCharge({ dueOn });

function owing(charges: readonly Charge[], change: Partial<Balance> = {}): Balance {
  return { ...marisol, charges: [...charges], ...change };
}

const daysLater = (days: number) => addDays(dueOn, days);
const standingOn = (balance: Balance, day: CalendarDate) =>
  collectionsStanding(balance, day).standing;

describe('collections take each step on its day and never on the day before', () => {
  test.each([
    ['on the due date', 0, 'in_good_standing'],
    ['a day late', 1, 'in_good_standing'],
    ['on the 30th day', 30, 'in_good_standing'],
    ['on the 31st day', 31, 'late_fee_due'],
    ['on the 60th day', 60, 'late_fee_due'],
    ['on the 61st day', 61, 'referral_due'],
  ] as const)('%s', (_, days, standing) => {
    expect(standingOn(owing([late]), daysLater(days))).toBe(standing);
  });

  it('a service is held after six months, counted by the calendar: the end of a short month is its end', () => {
    expect(standingOn(owing([late]), '2026-09-30' as CalendarDate)).toBe('referral_due');
    expect(standingOn(owing([late]), '2026-10-01' as CalendarDate)).toBe('service_hold_due');
  });

  it('a late fee is due once: when it is billed the account is past due', () => {
    const fee = aCharge({
      kind: 'late_fee',
      servicedOn: daysLater(32),
      dueOn: null,
      openCents: 500,
    });
    expect(standingOn(owing([late, fee]), daysLater(40))).toBe('past_due');
  });

  it('a late fee earns no late fee', () => {
    const fee = aCharge({ kind: 'late_fee', dueOn });
    expect(standingOn(owing([fee]), daysLater(40))).toBe('past_due');
  });

  it('says which due date and how many days', () => {
    expect(collectionsStanding(owing([late]), daysLater(47))).toEqual({
      standing: 'late_fee_due',
      dueOn,
      daysOverdue: 47,
      holds: [],
    });
  });

  it('who owes nothing is in good standing', () => {
    expect(
      collectionsStanding(owing([aCharge({ dueOn, openCents: 0 })]), daysLater(400)),
    ).toMatchObject({
      standing: 'in_good_standing',
      dueOn: null,
      daysOverdue: 0,
    });
  });
});

describe('the clock stands still', () => {
  const id = '99999999-9999-4999-8999-999999999999';

  it('while an application is open', () => {
    const openedOn = daysLater(20);
    const balance = owing([late], {
      applications: [{ applicationId: id, programme: 'mfa', openedOn }],
    });
    expect(collectionsStanding(balance, daysLater(200))).toMatchObject({
      standing: 'held',
      holds: [{ kind: 'application', on: openedOn }],
    });
  });

  it('while a plan is kept, and runs again after an instalment is missed', () => {
    const plan = {
      planId: id,
      months: 6,
      instalmentCents: 5_000,
      remainingCents: 20_000,
      nextDueOn: daysLater(90),
    };
    const balance = owing([late], { plan: plan as Balance['plan'] });
    expect(standingOn(balance, daysLater(90))).toBe('held');
    expect(standingOn(balance, daysLater(91))).toBe('referral_due');
  });

  it('while a promise is open, and runs again once it was broken', () => {
    const promise = {
      amountCents: 10_000,
      madeAt: `${daysLater(60)}T18:00:00.000Z`,
      promisedOn: daysLater(75),
    };
    const noted = { ...nothingNoted, promise: promise as Noted['promise'] };
    const balance = owing([late], { noted });
    expect(collectionsStanding(balance, daysLater(75))).toMatchObject({
      standing: 'held',
      holds: [{ kind: 'promise', on: daysLater(75) }],
    });
    expect(standingOn(balance, daysLater(76))).toBe('referral_due');
  });

  it('for a disputed charge alone: another late charge goes on', () => {
    const disputed = aCharge({ dueOn, disputed: true });
    const disputes = [{ disputeId: id, chargeId: disputed.chargeId, openedOn: daysLater(5) }];
    const younger = aCharge({ dueOn: daysLater(10) });
    expect(standingOn(owing([disputed], { disputes }), daysLater(70))).toBe('held');
    expect(
      collectionsStanding(owing([disputed, younger], { disputes }), daysLater(70)),
    ).toMatchObject({
      standing: 'late_fee_due',
      dueOn: younger.dueOn,
    });
  });
});
