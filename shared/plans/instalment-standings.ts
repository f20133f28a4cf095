import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents, lesserCents, noCents } from '../money/cents.ts';
import type { AgreedPlan } from './agreed.ts';

/** How an instalment stands: `due` is due today, `missed` was due before and is not paid, wholly or in part. */
export interface InstalmentStanding {
  readonly dueOn: CalendarDate;
  readonly amountCents: Cents;
  readonly standing: 'paid' | 'due' | 'missed' | 'to_come';
  /** What of it is not paid yet. */
  readonly openCents: Cents;
}

/**
 * The instalments of a plan as they stand on `today`, the first first. Money pays the oldest instalment first, so
 * that what is past due is the newest of those that were due; due dates that a pause has moved are shown moved,
 * and those that were paid ahead or are not needed any more are paid or gone.
 */
export function instalmentStandings(plan: AgreedPlan, today: CalendarDate): InstalmentStanding[] {
  const { payments } = plan.disclosure;
  const { dueDates, pastDueCents, payoffCents, coming } = plan.standing;
  if (payoffCents === 0) {
    return payments.map(({ dueOn, amountCents }) => ({
      dueOn,
      amountCents,
      standing: 'paid',
      openCents: noCents,
    }));
  }
  const passed = payments.length - dueDates.length;
  let open = pastDueCents;
  const due = payments
    .slice(0, passed)
    .toReversed()
    .map(({ dueOn, amountCents }): InstalmentStanding => {
      const openCents = lesserCents(open, amountCents);
      open = cents(open - openCents);
      const unpaid = dueOn < today ? 'missed' : 'due';
      return { dueOn, amountCents, standing: openCents > 0 ? unpaid : 'paid', openCents };
    })
    .toReversed();
  const lastOn = coming.at(-1)?.dueOn ?? today;
  const toCome = payments.slice(passed).flatMap((disclosed, index): InstalmentStanding[] => {
    const dueOn = dueDates[index] ?? disclosed.dueOn;
    const amountCents = coming.find(each => each.dueOn === dueOn)?.amountCents;
    if (amountCents) return [{ dueOn, amountCents, standing: 'to_come', openCents: amountCents }];
    // Paid ahead of its day; after the last there is none any more.
    if (dueOn > lastOn) return [];
    return [{ dueOn, amountCents: disclosed.amountCents, standing: 'paid', openCents: noCents }];
  });
  return [...due, ...toCome];
}
