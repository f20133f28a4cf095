import { z } from 'zod';
import { DeskRecord } from '../audit/desk-record.ts';
import { Instant } from '../calendar/dates.ts';
import { route } from './route.ts';

/** The most that one request hands over, or one page shows. */
export const AUDIT_RECORDS_AT_ONCE = 200;

/** Where the whole chain is given as a file, signed: JSON Lines, streamed. */
export const AUDIT_EXPORT_PATH = '/v1/audit-export';

/**
 * One record of the audit trail (PCI DSS 10.2.2): who did what, when, from where, about which record, with
 * what outcome. Identifiers of records, never of people but those who work here, and no amounts.
 */
export const ShownAuditRecord = z.object({
  position: z.int().positive(),
  id: z.string(),
  at: Instant,
  action: z.string(),
  outcome: z.string(),
  /** Null for what the backend did by itself. */
  user: z.string().nullable(),
  workstation: z.string().nullable(),
  address: z.string().nullable(),
  call: z.string().nullable(),
  /** Why a patient was looked at: for a call, a case, supervision; null where nothing tells. */
  purpose: z.string().nullable(),
  subjectKind: z.string(),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
  hash: z.string(),
});
export type ShownAuditRecord = z.infer<typeof ShownAuditRecord>;

export const auditRoutes = {
  auditRecords: route({
    method: 'GET',
    path: '/v1/audit-records',
    summary:
      'The audit trail, newest first: records before a place in the chain, or the latest; looking is recorded',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    status: 200,
    reply: z.object({
      records: z.array(ShownAuditRecord).max(AUDIT_RECORDS_AT_ONCE),
      /** Ask for the records before this place; null where there are none. */
      earlier: z.int().positive().nullable(),
      /** Where the chain ends, signed when. */
      end: z.object({ position: z.int().nonnegative(), signedAt: Instant.nullable() }),
      /** Committed and not chained yet. */
      unsealed: z.object({ count: z.int().nonnegative(), seconds: z.number().nonnegative() }),
      /** What did not fit together, ever. */
      exceptions: z.array(z.object({ kind: z.string(), about: z.string(), foundAt: Instant })),
    }),
    problems: ['signed_out', 'not_allowed'],
  }),
  handOverDeskRecords: route({
    method: 'POST',
    path: '/v1/desk-audit-records',
    summary:
      'Hand over what a desk wrote down by itself, in its order; the same ones twice add nothing, and what does not follow is noted',
    body: z.strictObject({ records: z.array(DeskRecord).min(1).max(AUDIT_RECORDS_AT_ONCE) }),
    status: 200,
    reply: z.object({ kept: z.int().nonnegative() }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
