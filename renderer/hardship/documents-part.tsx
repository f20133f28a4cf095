import type { HardshipCase } from '#shared/hardship/case.ts';

/** The papers that an application waits for. */
export function DocumentsPart(_: { hardshipCase: HardshipCase }) {
  return null;
}
