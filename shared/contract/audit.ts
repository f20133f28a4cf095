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

const wanted = z.string().min(1).max(200).optional();

/** What the trail is narrowed to; what is left out asks for nothing. `from` is meant, `to` is not. */
export const AuditFilters = z.strictObject({
  user: wanted,
  action: wanted,
  subject: wanted,
  outcome: wanted,
  from: Instant.optional(),
  to: Instant.optional(),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

/** A place in the trail, as a page gave it: when, and which record of that instant. */
export const AuditPlace = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,15}$/);
export type AuditPlace = z.infer<typeof AuditPlace>;

/** A record with what proves it: its hash as it is reckoned anew, and the signed end of the chain over it. */
export const AuditRecordProof = z.object({
  record: ShownAuditRecord,
  previous: z.string(),
  /** Whether the hash that stands in the chain is that of what the record says. */
  fits: z.boolean(),
  /** The first signed end at or after it; null of one that nobody has signed for yet. */
  seal: z.object({ position: z.int().positive(), at: Instant, keyId: z.string() }).nullable(),
});
export type AuditRecordProof = z.infer<typeof AuditRecordProof>;

/** What a desk set aside of what it owes the trail: which of its records, of which kind, and why. */
export const UnreadableRecord = z.strictObject({
  of: z.enum(['access', 'record']),
  number: z.int().positive(),
  why: z.enum(['not_readable_here', 'not_taken_there']),
});
export type UnreadableRecord = z.infer<typeof UnreadableRecord>;

export const auditRoutes = {
  auditRecords: route({
    method: 'GET',
    path: '/v1/audit-records',
    summary:
      'The audit trail, newest first: records before a place, or the latest, narrowed by who, what, when, about what and with what outcome; looking is recorded',
    query: AuditFilters.extend({ before: AuditPlace.optional() }),
    status: 200,
    reply: z.object({
      records: z.array(ShownAuditRecord).max(AUDIT_RECORDS_AT_ONCE),
      /** Ask for the records before this place; null where there are none. */
      earlier: AuditPlace.nullable(),
      /** Where the chain ends, signed when. */
      end: z.object({ position: z.int().nonnegative(), signedAt: Instant.nullable() }),
      /** Committed and not chained yet. */
      unsealed: z.object({ count: z.int().nonnegative(), seconds: z.number().nonnegative() }),
      /** What did not fit together, ever. */
      exceptions: z.array(z.object({ kind: z.string(), about: z.string(), foundAt: Instant })),
    }),
    problems: ['signed_out', 'not_allowed'],
  }),
  auditRecord: route({
    method: 'GET',
    path: '/v1/audit-records/:position',
    summary: 'One record of the trail with what proves it',
    params: z.object({ position: z.coerce.number().int().positive() }),
    status: 200,
    reply: AuditRecordProof,
    problems: ['signed_out', 'not_allowed', 'not_found'],
  }),
  auditChoices: route({
    method: 'GET',
    path: '/v1/audit-choices',
    summary: 'What occurs in the trail and can be chosen to narrow it',
    status: 200,
    reply: z.object({
      actions: z.array(z.string()),
      outcomes: z.array(z.string()),
      users: z.array(z.string()),
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
  reportUnreadableRecord: route({
    method: 'POST',
    path: '/v1/unreadable-desk-records',
    summary:
      'Say that a record a desk wrote down cannot be handed over, so that the rest can go on; it is noted as an exception, once',
    body: UnreadableRecord,
    status: 204,
    reply: z.null(),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
};
