import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { FeeWaiver, WaiverState } from '#shared/billing/fee-waiver.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { type Cents, lesserCents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { refuseFormerSupervisor } from '../approvals/still-supervisor.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findWaiver } from './read.ts';

interface Asked {
  readonly chargeId: string;
  readonly amountCents: Cents;
  readonly state: WaiverState;
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly region: RegionCode;
}

/** The request, locked: two who decide at once take turns. */
async function lockWaiver(trx: Database, waiverId: string, { user }: Person): Promise<Asked> {
  const { rows } = await sql<Asked>`
    SELECT charge_id AS "chargeId", amount_cents AS "amountCents", fee_waiver.state, asked_by AS "askedBy",
      decided_by AS "decidedBy", region
    FROM fee_waiver JOIN guarantor USING (guarantor_id)
    WHERE waiver_id = ${waiverId} FOR UPDATE OF fee_waiver`.execute(trx);
  const [asked] = rows;
  if (!asked || !user.regions.includes(asked.region)) throw new Refused('waiver_not_found');
  if (asked.askedBy === user.userId) throw new Refused('own_waiver');
  return asked;
}

/** Takes off what is still open of the fee, and no more than was asked for. Gives the entry and its cents. */
async function waive(trx: Database, { chargeId, amountCents, region }: Asked, now: number) {
  const at = instantOf(now);
  // As everything that pays does, so that what is open is weighed by one at a time.
  await sql`SELECT FROM account WHERE guarantor_id = (SELECT guarantor_id FROM charge WHERE charge_id = ${chargeId})
    ORDER BY account_id FOR UPDATE`.execute(trx);
  const { rows } = await sql<{ accountId: string; ledger: LedgerKind; openCents: Cents }>`
    SELECT account_id AS "accountId", ledger, open_cents AS "openCents"
    FROM charge JOIN account USING (account_id) WHERE charge_id = ${chargeId}`.execute(trx);
  const [fee] = rows;
  if (!fee || fee.openCents === 0) throw new Refused('nothing_to_waive');
  const { accountId, ledger, openCents } = fee;
  const cents = lesserCents(openCents, amountCents);
  const lines = linesOf('late_fee_waived', [{ accountId, chargeId, ledger, amountCents: cents }]);
  const entryId = uuidv7();
  await sql`SELECT waive_late_fee(${chargeId}, ${entryId}, ${JSON.stringify(lines)}, ${cents}, ${at},
    ${dateIn(regions[region].timeZone, at)})`.execute(trx);
  return { entryId, cents };
}

/**
 * Waives a late fee or denies it, by a supervisor who did not ask for it. The same decision by the same person
 * again changes nothing.
 */
export async function decideWaiver(
  db: Database,
  waiverId: string,
  { decision, reason }: { decision: 'waive' | 'deny'; reason: string },
  person: Person,
  now: number,
): Promise<FeeWaiver> {
  const to = decision === 'waive' ? 'waived' : 'denied';
  await db.transaction().execute(async trx => {
    await refuseFormerSupervisor(trx, person);
    const asked = await lockWaiver(trx, waiverId, person);
    if (asked.state === to && asked.decidedBy === person.user.userId) return;
    if (asked.state !== 'requested') throw new Refused('waiver_decided');
    const { entryId, cents } =
      to === 'waived' ? await waive(trx, asked, now) : { entryId: null, cents: asked.amountCents };
    await sql`
      UPDATE fee_waiver SET state = ${to}, amount_cents = ${cents}, decided_at = ${instantOf(now)},
        decided_by = ${person.user.userId}, decided_why = ${reason}, entry_id = ${entryId}
      WHERE waiver_id = ${waiverId}`.execute(trx);
  });
  const waiver = await findWaiver(db, waiverId);
  if (!waiver) throw new Refused('waiver_not_found');
  return waiver;
}
