import { instantOf } from '#shared/calendar/dates.ts';
import { DeskAccess } from '#shared/contract/accesses.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';
import { type OwedToTrail, readEach } from './owed-to-trail.ts';

type AccessRow = Omit<DeskAccess, 'at' | 'action'> & {
  readonly at: number;
  readonly action: string;
};

/** The local audit's actions of which the backend has not seen the like. */
const actions = {
  patient_found_in_copy: 'found_in_copy',
  balance_read_in_copy: 'balance_read_in_copy',
} as const;

const after = readQuery<AccessRow, { after: number; most: number }>(`
  SELECT record_id AS number, at, local_audit.user_id AS userId, action, subject AS mrn,
    (SELECT call_id FROM call
     WHERE call.user_id = local_audit.user_id AND started_at <= at AND coalesce(ended_at, at) >= at
     ORDER BY started_at DESC LIMIT 1) AS callId
  FROM local_audit
  WHERE record_id > :after AND action IN ('patient_found_in_copy', 'balance_read_in_copy')
  ORDER BY record_id LIMIT :most`);

/** Who was shown which patient from the copy, in order, after a number of the local audit. */
export function accessesAfter(db: ReadDb, number: number, most: number): OwedToTrail<DeskAccess>[] {
  return readEach(after.all(db, { after: number, most }), row =>
    DeskAccess.parse({
      ...row,
      at: instantOf(row.at),
      action: actions[row.action as keyof typeof actions],
    }),
  );
}
