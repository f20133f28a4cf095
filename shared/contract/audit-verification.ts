import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { route } from './route.ts';

/** The first thing that a verification found wrong. */
export const BrokenChain = z.object({
  what: z.enum([
    'altered',
    'removed',
    'inserted',
    'reordered',
    'cut_off',
    'not_signed',
    'wrong_key',
    'anchor_differs',
    'unreadable',
  ]),
  /** The record's place in the chain, and its own name, where it is about one. */
  position: z.int().positive().nullable(),
  recordId: z.string().nullable(),
  /** One sentence. */
  why: z.string(),
});

/** A verification of the whole trail in the database, under way or ended (PCI DSS 10.3.4). */
export const AuditVerification = z.object({
  verificationId: z.uuid(),
  begunByName: z.string(),
  begunAt: Instant,
  /** Records that the chain had when it began, and those that are checked. */
  total: z.int().nonnegative(),
  checked: z.int().nonnegative(),
  endedAt: Instant.nullable(),
  /** Null while it is under way. */
  outcome: z.enum(['whole', 'broken', 'cancelled', 'failed']).nullable(),
  tookMs: z.int().nonnegative().nullable(),
  cancelledByName: z.string().nullable(),
  broken: BrokenChain.nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

const reply = z.object({ verification: AuditVerification.nullable() });

export const auditVerificationRoutes = {
  verifyAudit: route({
    method: 'POST',
    path: '/v1/audit-verifications',
    summary:
      'Verify the whole trail, held against signatures and anchors; where a verification is under way, it is that one',
    body: z.strictObject({}),
    status: 200,
    reply,
    problems: ['signed_out', 'not_allowed'],
  }),
  auditVerification: route({
    method: 'GET',
    path: '/v1/audit-verifications/latest',
    summary: 'The latest verification and how far it is; null before the first',
    status: 200,
    reply,
    problems: ['signed_out', 'not_allowed'],
  }),
  cancelAuditVerification: route({
    method: 'POST',
    path: '/v1/audit-verifications/:verificationId/cancel',
    summary: 'End a verification that is under way; one that has ended stays as it ended',
    params: z.object({ verificationId: z.uuid() }),
    body: z.strictObject({}),
    status: 200,
    reply,
    problems: ['signed_out', 'not_allowed'],
  }),
};
