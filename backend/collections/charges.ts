import { sql } from 'kysely';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { ChargeKind } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { CollectionsFacts } from '#shared/collections/steps.ts';
import type { CollectionsStep } from '#shared/collections/timeline.ts';
import type { Cents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { holdsOf, holdsOfCharge } from './holds.ts';

interface Row {
  readonly chargeId: string;
  readonly accountId: string;
  readonly accountNumber: string;
  readonly patientName: string;
  readonly statementNumber: string;
  readonly description: string;
  readonly kind: ChargeKind;
  readonly ledger: LedgerKind;
  readonly dueOn: CalendarDate;
  readonly firstBilledOn: CalendarDate;
  readonly openCents: Cents;
  readonly afterDays: number;
  readonly beganOn: CalendarDate | null;
  readonly steps: readonly { step: CollectionsStep | 'lifted' | 'resumed'; on: CalendarDate }[];
  readonly feeOn: CalendarDate | null;
  readonly noticeOrdered: boolean;
  readonly noticeSentOn: CalendarDate | null;
}

/** A charge of a statement with what is known of its way to collections. */
export interface CountedCharge
  extends Omit<Row, 'afterDays' | 'beganOn' | 'noticeSentOn' | 'ledger' | 'kind'> {
  readonly facts: CollectionsFacts;
  /** Whether what was marked of it is lifted. */
  readonly isLifted: boolean;
}

/** Days of the law until an extraordinary action; the database's lock has the same two (0034-collections.sql). */
export const extraordinaryAfterDays = (region: RegionCode) =>
  regions[region].states.some(state => state === 'CA') ? 180 : 120;

/**
 * A guarantor's charges with a due date that are open and answered for by the insurer, and those that are closed but
 * were counted; the oldest due first. What the insurer may still pay is nobody's to collect.
 */
export async function countedCharges(
  db: Database,
  { guarantorId, region }: { guarantorId: string; region: RegionCode },
): Promise<CountedCharge[]> {
  const { timeZone } = regions[region];
  const { rows } = await sql<Row>`
    SELECT charge_id AS "chargeId", charge.account_id AS "accountId", account_number AS "accountNumber",
      patient.full_name AS "patientName", charge.statement_number AS "statementNumber", description, kind, ledger,
      charge.due_on AS "dueOn", first_billed_on(charge) AS "firstBilledOn", open_cents AS "openCents", began_on AS "beganOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('step', step, 'on', happened_on) ORDER BY happened_on, noted_at), '[]')
        FROM collections_step WHERE collections_step.charge_id = charge.charge_id) AS steps,
      coalesce((SELECT happened_on FROM collections_step AS step WHERE step.account_id = charge.account_id
          AND step.statement_number = charge.statement_number AND step.step = 'late_fee'),
        (SELECT min(serviced_on) FROM charge AS fee WHERE fee.account_id = charge.account_id AND fee.kind = 'late_fee'
          AND fee.serviced_on > charge.due_on AND fee.serviced_on < began_on)) AS "feeOn",
      EXISTS (SELECT FROM collections_notice_charge AS of JOIN letter ON collections_notice_id = of.notice_id
        WHERE of.charge_id = charge.charge_id AND withdrawn_at IS NULL) AS "noticeOrdered",
      collections_notified(charge_id) AS "noticeSentOn"
    FROM charge JOIN account USING (account_id) JOIN patient USING (mrn)
      LEFT JOIN collections_begin ON collections_begin.region = ${region}
    WHERE charge.guarantor_id = ${guarantorId} AND statement_number IS NOT NULL AND insurance <> 'pending'
      AND (open_cents > 0 OR EXISTS (SELECT FROM collections_step WHERE collections_step.charge_id = charge.charge_id))
    ORDER BY charge.due_on, charge_id`.execute(db);
  const holds = rows.length > 0 ? await holdsOf(db, guarantorId, timeZone) : [];
  return rows.map(row => {
    const { beganOn, kind, ledger, noticeSentOn, dueOn, firstBilledOn, feeOn, ...charge } = row;
    const marks = row.steps.filter(({ step }) => step === 'lifted' || step === 'resumed');
    const taken: CollectionsFacts['taken'] = {
      ...Object.fromEntries(row.steps.map(({ step, on }) => [step, on])),
      ...(feeOn !== null && { late_fee: feeOn }),
      ...(noticeSentOn !== null && { notice: noticeSentOn }),
    };
    const clock = {
      dueOn,
      firstBilledOn,
      noticeSentOn,
      extraordinaryActionAfterDays: extraordinaryAfterDays(region),
      holds: holdsOfCharge(holds, row.chargeId),
    };
    const facts = { clock, ledger, kind, beganOn, taken };
    return {
      ...charge,
      dueOn,
      firstBilledOn,
      feeOn,
      facts,
      isLifted: marks.at(-1)?.step === 'lifted',
    };
  });
}
