import { sql } from 'kysely';
import type { Approval } from '#shared/billing/approval.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { refundRefusal } from '#shared/payments/may-follow.ts';
import { followedNow } from '../after-payment/about-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { type FoundPayment, findPayment } from '../payments/read.ts';
import { hasPlan } from '../plans/open-charges.ts';
import {
  type Following,
  lateVoidFollows,
  nothingFollows,
  thisFollows,
} from './late-void-follows.ts';

function refundFollows(found: FoundPayment, now: number): Following {
  if (refundRefusal(followedNow(found, now))) return nothingFollows('not_refundable');
  const { kind } = found.payment.method;
  if (kind === 'card') return thisFollows('refund_now');
  return thisFollows(kind === 'ach' ? 'refund_file' : 'refund_check');
}

function overrideFollows({ payment, takenBy }: FoundPayment, person: Person): Following {
  if (takenBy === person.user.userId) return nothingFollows('not_allowed');
  return payment.state === 'unknown'
    ? thisFollows('allow_payment')
    : nothingFollows('approval_over');
}

async function planFollows(db: Database, approval: Approval, now: number): Promise<Following> {
  const today = dateIn(regions[approval.region].timeZone, instantOf(now));
  const isPast = approval.terms === null || approval.terms.wish.firstDueOn < today;
  if (isPast || (await hasPlan(db, approval.guarantorId))) return nothingFollows('approval_over');
  return thisFollows('allow_plan');
}

async function waiverFollows(db: Database, waiverId: string): Promise<Following> {
  const { rows } = await sql`
    SELECT FROM fee_waiver JOIN charge USING (charge_id) WHERE waiver_id = ${waiverId} AND open_cents > 0`.execute(
    db,
  );
  return rows.length > 0 ? thisFollows('waive') : nothingFollows('nothing_to_waive');
}

/** What a yes of this person would do as things stand; or why there can be none. */
export async function whatFollows(
  db: Database,
  approval: Approval,
  person: Person,
  now: number,
): Promise<Following> {
  if (approval.state === 'lapsed') return nothingFollows('approval_over');
  if (approval.state !== 'requested') return nothingFollows('approval_decided');
  if (approval.askedBy === person.user.userId) return nothingFollows('own_approval');
  if (approval.kind === 'fee_waiver') return waiverFollows(db, approval.approvalId);
  if (approval.kind === 'plan_exception') return planFollows(db, approval, now);
  const found = approval.paymentKey && (await findPayment(db, approval.paymentKey));
  if (!found) return nothingFollows('approval_over');
  if (approval.kind === 'refund') return refundFollows(found, now);
  return approval.kind === 'override' ? overrideFollows(found, person) : lateVoidFollows(db, found);
}
