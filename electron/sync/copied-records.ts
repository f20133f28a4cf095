import { findInMirror } from '#db/cache/find-in-mirror.ts';
import { mirrorBalance } from '#db/cache/mirror-balance.ts';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import type { ReadDb } from '#db/handles.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { FindBy, FoundPatient } from '#shared/contract/patients.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import type { Sync } from './sync.ts';

/** Younger than this the copy is as good as asking; a clock that differs by as much makes it older. */
const CURRENT_FOR_MS = 10 * 60_000;

interface FoundInCopy {
  readonly patients: FoundPatient[];
  /** No row of the copy is older. */
  readonly asOf: Instant;
  readonly isCurrent: boolean;
}

/** What a copy that holds everything of its scope says. */
interface WholeCopy<Value> {
  readonly found: Value;
  readonly asOf: Instant;
  readonly isCurrent: boolean;
}

/** Reads the desk's own copy of the records. */
export interface CopiedRecords {
  /** Undefined when nobody is found, or nobody could be. */
  find(find: FindBy): FoundInCopy | undefined;
  /** The bill as the copy has it. */
  balance(guarantorId: GuarantorId): Balance | undefined;
  /** What was looked for among all payments; undefined while some of them may not be here. */
  whole<Value>(look: (cache: ReadDb) => Value): WholeCopy<Value> | undefined;
}

export function copiedRecords(sync: Pick<Sync, 'read'>, clock: Clock): CopiedRecords {
  return {
    find: find =>
      sync.read(cache => {
        const { asOf, begunAt, isIndexed } = mirrorStanding(cache);
        const since = asOf ?? begunAt;
        // Without its indexes the copy would be read from end to end, with the page waiting.
        if (since === null || !(isIndexed || find.by === 'mrn')) return undefined;
        const patients = findInMirror(cache, find, nowOf(clock));
        if (patients.length === 0) return undefined;
        const isCurrent = Math.abs(clock.nowMs() - since) < CURRENT_FOR_MS;
        return { patients, asOf: instantOf(since), isCurrent };
      }),
    balance: guarantorId =>
      sync.read(cache => {
        const { asOf, isIndexed } = mirrorStanding(cache);
        if (asOf === null || !isIndexed) return undefined;
        return mirrorBalance(cache, guarantorId, asOf);
      }),
    whole: look =>
      sync.read(cache => {
        const { asOf, isIndexed, isFull, refusedCount } = mirrorStanding(cache);
        if (asOf === null || !isIndexed || isFull || refusedCount > 0) return undefined;
        const isCurrent = Math.abs(clock.nowMs() - asOf) < CURRENT_FOR_MS;
        return { found: look(cache), asOf: instantOf(asOf), isCurrent };
      }),
  };
}
