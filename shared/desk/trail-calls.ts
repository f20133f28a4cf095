import { z } from 'zod';
import { accessReviewRoutes } from '../contract/access-review.ts';
import { AuditFilters, AuditPlace, auditRoutes } from '../contract/audit.ts';
import { auditVerificationRoutes } from '../contract/audit-verification.ts';
import { call } from './call.ts';

const { auditRecords, auditRecord, auditChoices } = auditRoutes;
const { verifyAudit, cancelAuditVerification } = auditVerificationRoutes;
const { accessLooks, accessPatterns, reviewAccess } = accessReviewRoutes;

/** How far the export of the trail is: records that are written, of how many. */
export const TrailExport = z.object({
  records: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type TrailExport = z.infer<typeof TrailExport>;

/** The audit trail and the review of accesses. Nothing of either is kept at this desk. */
export const trailCalls = {
  'trail.records': call({
    input: AuditFilters.extend({ before: AuditPlace.optional() }),
    output: auditRecords.reply,
  }),
  'trail.record': call({
    input: z.strictObject({ position: z.int().positive() }),
    output: auditRecord.reply,
  }),
  'trail.choices': call({ input: z.null(), output: auditChoices.reply }),
  'trail.verify': call({ input: z.null(), output: verifyAudit.reply }),
  'trail.verification': call({ input: z.null(), output: verifyAudit.reply }),
  'trail.cancelVerification': call({
    input: cancelAuditVerification.params,
    output: verifyAudit.reply,
  }),
  /** Asks for a place and writes the signed export there, whole or not at all; null where none was named, or it was cancelled. */
  'trail.export': call({
    input: z.null(),
    output: z.object({
      saved: z.object({ path: z.string(), records: z.int().nonnegative() }).nullable(),
    }),
  }),
  /** The export under way at this desk; null where there is none. */
  'trail.exportProgress': call({ input: z.null(), output: TrailExport.nullable() }),
  'trail.cancelExport': call({ input: z.null(), output: z.null() }),
  'access.looks': call({ input: accessLooks.body, output: accessLooks.reply }),
  'access.patterns': call({ input: accessPatterns.body, output: accessPatterns.reply }),
  'access.review': call({
    input: reviewAccess.body.extend({ reviewId: z.uuid() }),
    output: z.null(),
  }),
};
