import type { HardshipCase } from '#shared/hardship/case.ts';

/** The application for Medical Financial Assistance, from draft to decision. */
export function ApplicationPart(_: { hardshipCase: HardshipCase }) {
  return null;
}
