import type { HardshipCase } from '#shared/hardship/case.ts';

/** What became of the programmes outside this house. */
export function ProgrammesPart(_: { hardshipCase: HardshipCase }) {
  return null;
}
