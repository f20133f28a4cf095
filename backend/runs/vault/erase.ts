import {
  countErased,
  deleteGivenUp,
  eraseFiles,
  eraseSomeAccounts,
} from '../../vault/erase-accounts.ts';
import { lastEnd } from '../last-end.ts';
import type { RunStep } from '../run-step.ts';

const kind = 'vault_erasure';

/** Erases bank account numbers that nothing needs any more; bank and ending stay. Moves no money. */
export const eraseAccounts: RunStep = {
  kind,
  fromHour: 20,
  async run({ db, pieceSize }, day) {
    await deleteGivenUp(db, day.now);
    for (let some = -1; some !== 0; ) some = await eraseSomeAccounts(db, day, pieceSize);
    await eraseFiles(db, day.today, day.now);
    return { done: await countErased(db, day.region, lastEnd(kind, day)), cents: 0 };
  },
};
