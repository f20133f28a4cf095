import type { HardshipCase } from '#shared/hardship/case.ts';

/** The household, its income and expenses, and the result of each programme. */
export function ScreeningPart(_: { hardshipCase: HardshipCase }) {
  return null;
}
