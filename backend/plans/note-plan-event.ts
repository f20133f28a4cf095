import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Database } from '../database/connect.ts';

/** Something that happened to a plan; whatever is left out was not part of it. */
export interface PlanEventToNote {
  readonly planId: string;
  readonly kind: AgreedPlan['happenings'][number]['kind'];
  readonly on: CalendarDate;
  readonly now: Instant;
  readonly months?: number;
  readonly why?: string;
  readonly pauseId?: string;
  /** Who agreed to it, where and to what. */
  readonly signed?: {
    readonly userId: string;
    readonly callId: string | null;
    readonly caseId: string | null;
    readonly changeId: string;
    readonly agreement: object;
  };
}

/** Writes it into the plan's history, in the transaction that does it. */
export async function notePlanEvent(trx: Database, event: PlanEventToNote): Promise<void> {
  const { planId, kind, on, now, months = null, why = null, pauseId = null, signed } = event;
  const agreement = signed ? JSON.stringify(signed.agreement) : null;
  await sql`
    INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind, months, why, pause_id, user_id, call_id, case_id,
      change_id, agreement)
    VALUES (${randomUUID()}, ${planId}, ${now}, ${on}, ${kind}, ${months}, ${why}, ${pauseId},
      ${signed?.userId ?? null}, ${signed?.callId ?? null}, ${signed?.caseId ?? null}, ${signed?.changeId ?? null},
      ${agreement})`.execute(trx);
}
