import { z } from 'zod';
import type { ExportList } from './export-list.ts';
import { accessLooks, accessPatterns } from './lists/access-review.ts';
import { decidedApplications, waitingApplications } from './lists/applications.ts';
import { approvals, refundsToPayOut } from './lists/approvals.ts';
import { auditRecords } from './lists/audit-records.ts';
import { exceptionQueue } from './lists/exception-queue.ts';
import {
  scheduledExceptions,
  unappliedCredits,
  unknownOutcomes,
  unposted,
  unsignedCopies,
} from './lists/exceptions.ts';
import { floorDays, floorDeclines, floorHours, floorMethods } from './lists/floor.ts';
import { achExceptions, arrivals } from './lists/from-the-bank.ts';
import { paymentLife } from './lists/payment-life.ts';
import { payments } from './lists/payments.ts';
import { dayCorrections, dayFindings, dayPayments, dayRows } from './lists/reconciliation.ts';
import { runs } from './lists/runs.ts';

/** Every list and page that may be taken along as a file; the backend has a source for each. */
export const exportLists = {
  payments,
  paymentLife,
  exceptionQueue,
  unknownOutcomes,
  unappliedCredits,
  achExceptions,
  scheduledExceptions,
  unsignedCopies,
  unposted,
  arrivals,
  approvals,
  refundsToPayOut,
  waitingApplications,
  decidedApplications,
  runs,
  dayRows,
  dayFindings,
  dayPayments,
  dayCorrections,
  accessLooks,
  accessPatterns,
  auditRecords,
  floorDays,
  floorMethods,
  floorHours,
  floorDeclines,
} as const satisfies Record<string, ExportList>;

export type ExportListName = keyof typeof exportLists;
export const ExportListName = z.enum(
  Object.keys(exportLists) as [ExportListName, ...ExportListName[]],
);

export const ExportFormat = z.enum(['csv', 'pdf']);
export type ExportFormat = z.infer<typeof ExportFormat>;
