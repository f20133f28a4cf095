import type { Selectable } from 'kysely';
import { Referral } from '#shared/billing/referral.ts';
import { dateIn, Instant, instantOf } from '#shared/calendar/dates.ts';
import { dueDayOf } from '#shared/hardship/due-in.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { ReferralTable } from '../database/tables/kept.ts';
import { openItem } from '../hardship/open-item.ts';
import { Refused } from '../http/refused.ts';
import type { KeptKind } from './keep-once.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

export function referralOf(row: Selectable<ReferralTable>): Referral {
  return Referral.parse({
    referralId: row.referral_id,
    callId: row.call_id,
    guarantorId: row.guarantor_id,
    mrn: row.mrn,
    userId: row.user_id,
    referredAt: instantOf(Date.parse(row.referred_at)),
    programme: row.programme,
    language: row.language,
    context: row.context,
  });
}

/** Puts it into the guarantor's case, where the counselors see it. */
async function openReferral(
  trx: Database,
  { guarantorId, referralId, userId }: Referral,
  now: Instant,
  workstationId: string,
): Promise<void> {
  const { region } = await trx
    .selectFrom('guarantor')
    .select('region')
    .where('guarantor_id', '=', guarantorId)
    .executeTakeFirstOrThrow();
  const today = dateIn(regions[region].timeZone, now);
  const dueOn = dueDayOf('referral', today);
  const by = { userId, workstationId };
  await openItem(trx, { guarantorId, kind: 'referral', about: referralId, dueOn, now, by });
}

export const referrals: KeptKind<Referral> = {
  guestToo: false,
  async find(db, { referralId }) {
    const row = await db
      .selectFrom('referral')
      .where('referral_id', '=', referralId)
      .selectAll()
      .executeTakeFirst();
    return row && referralOf(row);
  },
  async check(db, { mrn, guarantorId, context }) {
    refuseCardNumber(context, 'context');
    const patient = await db
      .selectFrom('patient')
      .select('mrn')
      .where('mrn', '=', mrn)
      .where('guarantor_id', '=', guarantorId)
      .executeTakeFirst();
    if (!patient) throw new Refused('not_found', { field: 'mrn' });
  },
  insert: (db, body, { workstationId, keptAt }) =>
    db.transaction().execute(async trx => {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('referral')
        .values({
          referral_id: body.referralId,
          call_id: body.callId,
          guarantor_id: body.guarantorId,
          mrn: body.mrn,
          user_id: body.userId,
          workstation_id: workstationId,
          referred_at: body.referredAt,
          programme: body.programme,
          language: body.language,
          context: body.context,
          kept_at: keptAt,
        })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) return;
      await openReferral(trx, body, Instant.parse(keptAt), workstationId);
    }),
};
