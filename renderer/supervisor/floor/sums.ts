import { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { FloorDay } from '#shared/contract/floor.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import type { SearchedMethod } from '#shared/search/payment-search.ts';

export type Taken = FloorDay['taken'];

/** Methods as a chart shows them: cards, bank accounts, and all that arrives by itself. */
export const methodGroups = {
  card: ['card'],
  ach: ['ach'],
  arrived: ArrivingKind.options,
} as const satisfies Record<string, readonly SearchedMethod[]>;
export type MethodGroup = keyof typeof methodGroups;
export const groupNames = ['card', 'ach', 'arrived'] as const satisfies readonly MethodGroup[];

export function sumOf(taken: Taken, group?: MethodGroup): Cents {
  const methods: readonly string[] | undefined = group && methodGroups[group];
  return cents(
    taken.reduce(
      (sum, each) => (methods?.includes(each.method) === false ? sum : sum + each.cents),
      0,
    ),
  );
}

export function countOf(taken: Taken): number {
  return taken.reduce((sum, { count }) => sum + count, 0);
}

/** The sums of some payments by the groups of a chart. */
export function byGroup(taken: Taken): Record<MethodGroup, Cents> {
  return {
    card: sumOf(taken, 'card'),
    ach: sumOf(taken, 'ach'),
    arrived: sumOf(taken, 'arrived'),
  };
}

/** One number of each day, summed up. */
export function overDays(days: readonly FloorDay[], pick: (day: FloorDay) => number): number {
  return days.reduce((sum, day) => sum + pick(day), 0);
}
