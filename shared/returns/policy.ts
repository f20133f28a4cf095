import { z } from 'zod';
import policyFile from './policy.json' with { type: 'json' };

export const RateKind = z.enum(['unauthorised', 'administrative', 'overall']);
export type RateKind = z.infer<typeof RateKind>;

const Basis = z.string().min(1);

const ReturnsPolicy = z.object({
  version: z.string(),
  /** Until when somebody has called about what came back. */
  followUp: z.object({
    businessDays: z.int().positive(),
    noticeBusinessDays: z.int().positive(),
    basis: Basis,
  }),
  /** When a debit under a standing authorisation that came back for want of funds is tried again. */
  retry: z.object({
    paydays: z.array(z.int().min(1).max(28)).min(1),
    businessDaysAfterPayday: z.int().positive(),
    basis: Basis,
  }),
  rates: z.object({
    overDays: z.int().positive(),
    /** `codes` is null where every return counts. */
    thresholds: z.array(
      z.object({
        kind: RateKind,
        basisPoints: z.int().positive(),
        codes: z.array(z.string()).nullable(),
      }),
    ),
    nearPercent: z.int().min(1).max(99),
    fewestReturns: z.int().positive(),
    remindAfterDays: z.int().positive(),
    basis: Basis,
  }),
  fee: z.object({ cents: z.int().min(0), codes: z.array(z.string()), basis: Basis }),
});

/** What the organization does about debits that come back; each part says what it rests on. */
export const returnsPolicy = ReturnsPolicy.parse(policyFile);
