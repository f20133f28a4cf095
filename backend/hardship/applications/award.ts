import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { awardedCents } from '#shared/assistance/award.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { type Cents, cents, sumCents } from '#shared/money/cents.ts';
import type { Database } from '../../database/connect.ts';
import { reachedCharges } from './reached-charges.ts';

interface AwardToApply {
  readonly determinationId: string;
  readonly guarantorId: string;
  readonly percent: number;
  /** The region's day. */
  readonly today: CalendarDate;
  readonly now: Instant;
  /** The business day of the run that does it; null for the decision itself. */
  readonly runOn: CalendarDate | null;
}

/** What an award took off charges just now. */
export interface AwardApplied {
  readonly entryId: string;
  readonly charges: number;
  readonly cents: Cents;
}

/**
 * Takes an award off every charge that it reaches, in one entry, under the locks of the guarantor's accounts: what
 * is open is weighed by one at a time. Null where it reaches none. The caller holds the application's lock.
 */
export async function applyAward(
  trx: Database,
  { determinationId, guarantorId, percent, today, now, runOn }: AwardToApply,
  and?: RawBuilder<unknown>,
): Promise<AwardApplied | null> {
  await sql`SELECT FROM account WHERE guarantor_id = ${guarantorId} ORDER BY account_id FOR UPDATE`.execute(
    trx,
  );
  const reached = await reachedCharges(trx, guarantorId, percent, and);
  const parts = reached
    .filter(({ waitsFor }) => waitsFor === null)
    .map(({ chargeId, accountId, openCents }) => ({
      chargeId,
      accountId,
      openCents,
      ledger: 'medical' as const,
      amountCents: cents(awardedCents(openCents, percent)),
    }));
  if (parts.length === 0) return null;
  const entryId = uuidv7();
  const lines = JSON.stringify(linesOf('assistance_awarded', parts));
  await sql`SELECT award_assistance(${determinationId}, ${guarantorId}, ${entryId}, ${lines}, ${JSON.stringify(parts)},
    ${today}, ${runOn}, ${now})`.execute(trx);
  const sum = sumCents(parts.map(({ amountCents }) => amountCents));
  return { entryId, charges: parts.length, cents: sum };
}
