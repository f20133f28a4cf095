import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import { writeLetterOf } from '../letters/letters-of-application.ts';
import { noteCaseEvent } from '../note-event.ts';

/** What happens to an application; its words are in the catalogue under `hardship:event`, as `application_…`. */
export type ApplicationHappening =
  | 'begun'
  | 'submitted'
  | 'documents_asked'
  | 'document_settled'
  | 'document_seen'
  | 'complete'
  | 'awarded'
  | 'denied'
  | 'appealed'
  | 'appeal_decided'
  | 'withdrawn'
  | 'expired'
  | 'award_applied'
  | 'renewal_due'
  | 'award_ended';

/** Something that happened to an application. */
export interface ApplicationHappened {
  readonly happening: ApplicationHappening;
  readonly applicationId: string;
  readonly guarantorId: string;
  readonly caseId: string;
  readonly now: Instant;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Left out for what a run did. */
  readonly userId?: string;
  readonly workstationId?: string;
}

/**
 * The one place where everything that happens to an application passes, in the transaction that does it: it goes
 * into the case's history, and whatever follows from it by itself begins here. `awarded`, `denied` and
 * `appeal_decided` have the `determinationId` in their detail, `documents_asked` the `kinds`.
 */
export async function applicationHappened(
  trx: Database,
  { happening, applicationId, caseId, now, detail, userId, workstationId }: ApplicationHappened,
): Promise<void> {
  await noteCaseEvent(trx, {
    caseId,
    now,
    kind: `application_${happening}`,
    about: applicationId,
    ...(detail && { detail }),
    ...(userId && { userId }),
    ...(workstationId && { workstationId }),
  });
  await writeLetterOf(trx, { happening, applicationId, now, ...(detail && { detail }) });
}
