import { accessReviewPolicy } from './policy.ts';

/** What somebody did in a day, to be held against the others of their role. */
export interface DayCount {
  readonly userId: string;
  readonly role: string;
  readonly looks: number;
}

/** What others of a role do in a day: the middle of their days, and how many people that is of. */
export interface Others {
  /** Null where there is nobody else. */
  readonly middle: number | null;
  readonly colleagues: number;
}

function middleOf(sorted: readonly number[]): number | null {
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/**
 * What the others of somebody's role did, in the days on which they did anything: put in order once, and told once for
 * each person, however many of their days are asked about.
 */
export function othersAmong(all: readonly DayCount[]): (day: DayCount) => Others {
  const sorted = all.toSorted((one, other) => one.looks - other.looks);
  const known = new Map<string, Others>();
  return ({ userId, role }) => {
    const told = known.get(userId);
    if (told) return told;
    const others = sorted.filter(each => each.role === role && each.userId !== userId);
    const fresh = {
      middle: middleOf(others.map(({ looks }) => looks)),
      colleagues: new Set(others.map(each => each.userId)).size,
    };
    known.set(userId, fresh);
    return fresh;
  };
}

/**
 * Whether so many looks without a call are listed: as many as the policy names, and more than so many times the
 * middle of the others, where there are any (`policy.json`, withoutCall).
 */
export function standsOut(day: DayCount, othersOf: (day: DayCount) => Others): boolean {
  const { fewest, timesOthers } = accessReviewPolicy.withoutCall;
  if (day.looks < fewest) return false;
  const { middle } = othersOf(day);
  return middle === null || day.looks > timesOthers * middle;
}
