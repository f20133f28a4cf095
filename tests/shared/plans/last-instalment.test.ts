import { expect, it } from 'vitest';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { lastInstalmentCents } from '#shared/plans/last-instalment.ts';

const standing = (payoffCents: number, pastDueCents: number, coming: number) =>
  ({
    payoffCents,
    pastDueCents,
    coming: Array.from({ length: coming }, () => ({ dueOn: '2027-05-09', amountCents: 100 })),
  }) as unknown as AgreedPlan['standing'];

it.each([
  ['due, or missed', standing(20_589, 20_589, 0), 20_589],
  ['to come, and offered sooner', standing(20_418, 0, 1), 20_418],
  ['with another to come', standing(40_418, 0, 2), null],
  ['with another that was missed', standing(41_176, 20_587, 1), null],
  ['of a plan that is paid', standing(0, 0, 0), null],
])('the last payment of a plan %s', (_name, plan, cents) => {
  expect(lastInstalmentCents(plan)).toBe(cents);
});
