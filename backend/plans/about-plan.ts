import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { PlanPlace } from '#shared/contract/plan-changes.ts';
import { StateCode } from '#shared/plans/states.ts';
import { aboutCall } from '../authorisations/about.ts';
import type { Database } from '../database/connect.ts';
import { type AboutCase, ownCase } from '../hardship/about-case.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** For whom and by whom a plan is offered, agreed to or changed: on a verified call, or in a counselor's case. */
export interface AboutPlan {
  readonly guarantorId: string;
  readonly state: StateCode;
  readonly userId: string;
  readonly workstationId: string;
  readonly callId: string | null;
  readonly verificationId: string | null;
  readonly caseId: string | null;
  /** Of the guarantor's region. */
  readonly timeZone: string;
  /** The date there. */
  readonly today: CalendarDate;
  readonly now: Instant;
}

export function inCase(about: AboutCase): AboutPlan {
  return { ...about, callId: null, verificationId: null };
}

/** Refuses what `aboutCall` and `ownCase` refuse; a case is the counselors'. */
export async function aboutPlan(
  trx: Database,
  person: Person,
  place: PlanPlace,
  nowMs: number,
): Promise<AboutPlan> {
  if ('caseId' in place) {
    if (person.role !== 'counselor') throw new Refused('not_allowed');
    return inCase(await ownCase(trx, person, place.caseId, nowMs));
  }
  const about = await aboutCall(trx, person, place.verificationId, nowMs);
  const { state } = await trx
    .selectFrom('guarantor')
    .select('state')
    .where('guarantor_id', '=', about.guarantorId)
    .executeTakeFirstOrThrow();
  return { ...about, state: StateCode.parse(state), caseId: null };
}
