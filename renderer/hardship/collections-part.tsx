import type { HardshipCase } from '#shared/hardship/case.ts';

/** Where the account stands on its way to collections. */
export function CollectionsPart(_: { hardshipCase: HardshipCase }) {
  return null;
}
