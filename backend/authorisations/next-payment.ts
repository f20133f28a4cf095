import type { NextPayment } from '#shared/authorisations/authorisation.ts';
import { scheduledDays } from '#shared/authorisations/schedule.ts';
import type {
  AuthorisationTerms,
  OnceTerms,
  PlanAutopayTerms,
  SeriesTerms,
} from '#shared/authorisations/terms.ts';
import {
  amountToTake,
  autopayDay,
  latestStopOn,
  noticeFrom,
} from '#shared/authorisations/varying-amounts.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { occurrencesOf } from './occurrences.ts';

export interface ScheduledRow {
  readonly occurrence: string;
  readonly state: string;
  readonly payOn: CalendarDate;
  readonly amountCents: Cents;
}

export interface StatementRow {
  readonly statementNumber: string;
  readonly dueOn: CalendarDate;
  readonly openCents: Cents;
}

interface Schedule {
  readonly version: number;
  readonly terms: Exclude<AuthorisationTerms, PlanAutopayTerms>;
  readonly scheduled: readonly ScheduledRow[];
  readonly statements: readonly StatementRow[];
}

type Planned = Omit<NextPayment, 'stopBy'>;

function nextOfDays(
  { scheduled, version }: Schedule,
  terms: OnceTerms | SeriesTerms,
): Planned | undefined {
  const known = new Set(scheduled.map(({ occurrence }) => occurrence));
  const next = occurrencesOf(version, scheduledDays(terms)).find(
    each => !known.has(each.occurrence),
  );
  return next && { ...next, amountCents: terms.amountCents };
}

/** The first statement nothing was decided about yet; its day is what it would be if the notice went out in time. */
function nextStatement(
  { scheduled, statements }: Schedule,
  capCents: Cents,
  today: CalendarDate,
): Planned | undefined {
  const known = new Set(scheduled.map(({ occurrence }) => occurrence));
  const next = statements.find(
    ({ statementNumber, openCents }) => openCents > 0 && !known.has(statementNumber),
  );
  if (!next) return undefined;
  const { statementNumber, dueOn, openCents } = next;
  const from = noticeFrom(dueOn);
  return {
    occurrence: statementNumber,
    payOn: autopayDay(dueOn, from < today ? today : from),
    amountCents: amountToTake(openCents, capCents),
  };
}

/** What an authorisation that stands takes next; null when nothing is known to come. */
export function nextPayment(schedule: Schedule, today: CalendarDate): NextPayment | null {
  const { terms, scheduled } = schedule;
  const waiting = scheduled.find(({ state }) => state === 'waiting');
  const planned =
    waiting ??
    (terms.kind === 'autopay'
      ? nextStatement(schedule, terms.capCents, today)
      : nextOfDays(schedule, terms));
  if (!planned) return null;
  const { occurrence, payOn, amountCents } = planned;
  return { occurrence, payOn, amountCents, stopBy: latestStopOn(payOn) };
}
