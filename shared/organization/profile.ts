import { z } from 'zod';
import { ArrivingKind } from '../billing/payment-method.ts';
import profileFile from './profile.json' with { type: 'json' };

const ServiceLine = z.object({
  purpose: z.string(),
  number: z.string(),
  prompt: z.string().optional(),
  hours: z.string().optional(),
  tty: z.string().optional(),
  say: z.string().optional(),
  stale: z.boolean().optional(),
});

const OrganizationProfile = z.object({
  name: z.string(),
  regions: z.array(z.string()).min(1),
  lines: z.array(ServiceLine),
  mail: z.object({
    payee: z.string(),
    address: z.string(),
    /** Until something mailed reaches the account, from and to. */
    postingBusinessDays: z.tuple([z.int().positive(), z.int().positive()]),
  }),
  posting: z.object({ phonePaymentBusinessDays: z.int(), traceAfterBusinessDays: z.int() }),
  pastDue: z.object({
    afterDays: z.int(),
    lateFeeCentsAtLeast: z.int(),
    collectionsAfterDays: z.int(),
    serviceHoldAfterMonths: z.int(),
  }),
  /** From the date of a statement to the date it is due; a late fee is due as long after its own. */
  statements: z.object({ dueAfterDays: z.int().positive() }),
  plans: z.object({
    /** The terms that everybody is offered. */
    months: z.array(z.int()).min(1),
    /** Of a year, where no law forbids it: 1000 is 10 %. */
    rateBps: z.int().min(0),
    /** How long after it was agreed a plan's first payment may be due at most. */
    firstDueWithinDays: z.int().positive(),
    /** How many days after its due date an instalment counts as missed. */
    graceDays: z.int().min(0),
    /** How many instalments in a row are missed before a plan is in default. */
    defaultAfterMissed: z.int().positive(),
    pauseMonthsAtMost: z.int().positive(),
  }),
  /** How far ahead somebody may promise to pay, and a wire may be expected, in days. */
  promises: z.object({ withinDays: z.int().positive() }),
  wires: z.object({
    withinDays: z.int().positive(),
    /** How many business days after its day something that is expected is still waited for. */
    waitBusinessDays: z.record(ArrivingKind, z.int().positive()),
  }),
  /** A refund of more than this waits for a second person. */
  refunds: z.object({ approvalAboveCents: z.int().min(0) }),
  /** What the published policies of assistance leave open; to be confirmed by the organization. */
  applications: z.object({
    /** How long the documents of an application are waited for, from the day it was handed in. */
    documentsWithinDays: z.int().positive(),
    /** How long before an award ends its renewal is to be spoken of. */
    renewalDaysBefore: z.int().positive(),
    /** Whether an award takes its part off late fees of care, too. */
    coverLateFees: z.boolean(),
  }),
});

/** The billing organization the desk works for: configuration, checked when it is read. */
export const organization = OrganizationProfile.parse(profileFile);

/** The number for questions about assistance; the billing line where there is none of its own. */
export function assistanceLine(): string {
  const line = organization.lines.find(
    each => each.purpose.startsWith('financial hardship') && !each.stale,
  );
  return line?.number ?? billingLine();
}

/** The number a caller rings about a bill; lines marked stale are shown to nobody. */
export function billingLine(): string {
  const line = organization.lines.find(each => each.purpose === 'billing' && !each.stale);
  if (!line) throw new Error('The organization profile names no current billing line.');
  return line.number;
}
