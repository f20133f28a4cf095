import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** Something done that leaves no row of its own, from which the database would make the record. */
export interface AuditEvent {
  readonly action:
    | 'backend_started'
    | 'backend_stopped'
    | 'audit_exported'
    | 'audit_read'
    | 'access_review_read';
  readonly subjectKind: 'server' | 'audit_chain' | 'access_review';
  readonly subject: string;
  readonly person?: Person;
  readonly detail?: string | undefined;
}

/** Leaves an audit record in the transaction of what it tells of (PCI DSS 10.2.2). */
export async function auditEvent(db: Database, event: AuditEvent, now: number): Promise<void> {
  const { action, subjectKind, subject, person, detail } = event;
  await sql`SELECT audit_event(${action}, ${instantOf(now)}::timestamptz, 'succeeded',
    ${person?.user.userId ?? null}, ${person?.workstationId ?? null}::uuid, NULL, NULL, NULL, ${subjectKind},
    ${subject}, ${detail ?? null})`.execute(db);
}
