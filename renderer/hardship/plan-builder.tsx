import type { HardshipCase } from '#shared/hardship/case.ts';

/** Builds a plan that the household can pay. */
export function PlanBuilder(_: { hardshipCase: HardshipCase }) {
  return null;
}
