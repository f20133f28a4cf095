import type { FindBy } from '#shared/contract/patients.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';

type Found = CallOutput<'patients.find'>;
type Parts = Pick<DeskParts, 'backend' | 'records' | 'clock'>;

/** Asks the backend; while it cannot be reached, whom the copy has is given, with the copy's age. */
export async function askForPatients(
  { backend, records, clock }: Parts,
  find: FindBy,
  callId: string | null,
): Promise<Found> {
  try {
    const { patients } = await backend.ask('findPatients', { body: { find, callId } });
    return { patients, source: 'backend', asOf: nowOf(clock) };
  } catch (failure) {
    const isAway = failure instanceof Refused && failure.reason === 'unreachable';
    const copy = isAway ? records.find(find) : undefined;
    if (!copy) throw failure;
    return { patients: copy.patients, source: 'copy', asOf: copy.asOf };
  }
}

/**
 * Finds patients. Whom an identifier leads to in a copy that is current is given at once. Names are
 * always asked of the backend: the copy may be full, or still being pulled, and somebody of the same
 * name be missing from it. So are locked records, which a supervisor may have opened just now.
 */
export async function findPatients(
  desk: Parts,
  find: FindBy,
  callId: string | null,
): Promise<Found> {
  const copy = find.by === 'name' ? undefined : desk.records.find(find);
  if (copy?.isCurrent && copy.patients.every(each => each.lockedAt === null)) {
    return { patients: copy.patients, source: 'copy', asOf: copy.asOf };
  }
  return await askForPatients(desk, find, callId);
}
