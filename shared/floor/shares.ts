/** The average of so many that are `total` together, rounded to whole ones; null where there are none. */
export function averageOf(total: number, count: number): number | null {
  return count === 0 ? null : Math.round(total / count);
}

/** A part of a whole in percent, rounded to whole ones; null where there is no whole to have a part of. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}
