import { z } from 'zod';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExportListName } from '#shared/export/lists.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { achExceptions } from '../ach/exceptions/read-exceptions.ts';
import { aboutPayment } from '../after-payment/about-payment.ts';
import { unpostedPayments } from '../after-payment/unposted.ts';
import { unmatchedArrivals } from '../arrivals/unmatched.ts';
import { scheduledExceptions } from '../authorisations/exceptions.ts';
import { unsignedCopies } from '../authorisations/unsigned-copies.ts';
import { unappliedCredits } from '../exceptions/unapplied-credits.ts';
import { unknownOutcomes } from '../exceptions/unknown-outcomes.ts';
import { decidedApplications, waitingApplications } from '../hardship/applications/waiting.ts';
import { refundsToPayOut } from '../refunds/read.ts';
import { listRuns } from '../runs/list-runs.ts';
import { runSteps } from '../runs/steps.ts';
import { readLife } from '../search/life/read-life.ts';
import { readAtOnce, readByPages, type Source } from './source.ts';
import { exportedLooks, exportedPatterns } from './sources/access-review.ts';
import { floorTable, takenInHours, takenOnDays } from './sources/floor.ts';
import { exportedPayments } from './sources/payments.ts';
import { exportedApprovals, exportedExceptions, exportedRecords } from './sources/queues.ts';
import {
  exportedCorrections,
  exportedDayPayments,
  exportedDayRows,
  exportedFindings,
} from './sources/reconciliation.ts';

type Waiting = NonNullable<Awaited<ReturnType<typeof waitingApplications>>['next']>;
type Decided = NonNullable<Awaited<ReturnType<typeof decidedApplications>>['next']>;

const which = z.object({ which: z.enum(['all', 'overrides']) });

/** Where each list is read from, whole: the page shows the first of it. */
export const exportSources: Readonly<Record<ExportListName, Source>> = {
  payments: exportedPayments,
  // One page, of which each event is a line.
  paymentLife: readByPages<never>(async ({ db, person, filters, now }) => {
    const { key } = z.object({ key: AttemptKey }).parse(filters);
    const { found } = await aboutPayment(db, person, { key, verificationId: null }, now);
    return { rows: [await readLife(db, found, person, now)], next: null };
  }),
  exceptionQueue: exportedExceptions,
  unknownOutcomes: readAtOnce(({ db, person: { user }, now }) =>
    unknownOutcomes(db, user.regions, now),
  ),
  unappliedCredits: readAtOnce(({ db, person: { user } }) =>
    unappliedCredits(db, user.regions, null),
  ),
  achExceptions: readAtOnce(({ db, person: { user } }) => achExceptions(db, user.regions)),
  scheduledExceptions: readAtOnce(({ db, person }) => scheduledExceptions(db, person)),
  unsignedCopies: readAtOnce(({ db, person }) => unsignedCopies(db, person, null)),
  unposted: readAtOnce(({ db, person: { user }, now }) =>
    unpostedPayments(db, user.regions, now, { most: null }),
  ),
  arrivals: readAtOnce(({ db, person: { user } }) => unmatchedArrivals(db, user.regions)),
  approvals: exportedApprovals,
  refundsToPayOut: readAtOnce(({ db, person: { user } }) =>
    refundsToPayOut(db, user.regions, null),
  ),
  waitingApplications: readByPages<Waiting>(async ({ db, person }, place) => {
    const { applications, next } = await waitingApplications(db, person, place ?? {});
    return { rows: applications, next };
  }),
  decidedApplications: readByPages<Decided>(async ({ db, person, filters }, place) => {
    const asked = { ...which.parse(filters), ...place };
    const { applications, next } = await decidedApplications(db, person, asked);
    return { rows: applications, next };
  }),
  runs: readByPages<CalendarDate>(async ({ db, person, now }, before) => {
    const asked = { regions: person.user.regions, before, now: instantOf(now) };
    const { days, earlier } = await listRuns(db, runSteps, asked);
    const rows = days.flatMap(({ businessOn, runs }) => runs.map(run => ({ ...run, businessOn })));
    return { rows, next: earlier };
  }),
  dayRows: readAtOnce(exportedDayRows),
  dayFindings: readAtOnce(exportedFindings),
  dayPayments: exportedDayPayments,
  dayCorrections: readAtOnce(exportedCorrections),
  accessLooks: exportedLooks,
  accessPatterns: readAtOnce(exportedPatterns),
  auditRecords: exportedRecords,
  floorDays: floorTable(({ days }) => days.toReversed()),
  floorMethods: floorTable(takenOnDays),
  floorHours: floorTable(takenInHours),
  floorDeclines: floorTable(({ declines }) => declines),
};
