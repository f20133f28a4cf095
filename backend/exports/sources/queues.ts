import { AuditFilters, type AuditPlace } from '#shared/contract/audit.ts';
import { ExportedApprovals } from '#shared/export/lists/approvals.ts';
import { ExportedExceptions } from '#shared/export/lists/exception-queue.ts';
import { waitingApprovals } from '../../approvals/waiting.ts';
import { recordsBefore } from '../../audit/read-records.ts';
import { readQueue } from '../../exceptions/queue/read-queue.ts';
import { readByPages } from '../source.ts';

type Approvals = NonNullable<Awaited<ReturnType<typeof waitingApprovals>>['next']>;
type Exceptions = NonNullable<Awaited<ReturnType<typeof readQueue>>['next']>;

/** What waits for a second person, the oldest first. */
export const exportedApprovals = readByPages<Approvals>(async ({ db, person, filters }, place) => {
  const asked = { ...ExportedApprovals.parse(filters), ...place };
  const { approvals, next } = await waitingApprovals(db, person.user.regions, asked);
  return { rows: approvals, next };
});

/** What a supervisor looks after, in the order of the page. */
export const exportedExceptions = readByPages<Exceptions>(
  async ({ db, person, filters, now }, place) => {
    const asked = { ...ExportedExceptions.parse(filters), ...place };
    const { exceptions, next } = await readQueue(db, person, asked, now);
    return { rows: exceptions, next };
  },
);

/** Records of the audit trail, the newest first. */
export const exportedRecords = readByPages<AuditPlace>(async ({ db, filters }, before) => {
  const { records, earlier } = await recordsBefore(db, { ...AuditFilters.parse(filters), before });
  return { rows: records, next: earlier };
});
