import { sql } from 'kysely';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import type { CollectionsStep } from '#shared/collections/timeline.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';
import type { CountedCharge } from './charges.ts';

type Noted =
  | { readonly step: Exclude<CollectionsStep, 'late_fee' | 'notice'> | 'resumed' }
  | { readonly step: 'lifted'; readonly why: HoldPeriod['kind'] | 'paid' };

/** Notes a step of a charge on the run's day; what was noted before stays. */
export async function noteStep(
  trx: Database,
  { chargeId }: Pick<CountedCharge, 'chargeId'>,
  noted: Noted,
  { region, today, now }: RunDay,
): Promise<void> {
  const why = noted.step === 'lifted' ? noted.why : null;
  await sql`
    INSERT INTO collections_step (charge_id, account_id, guarantor_id, statement_number, step, happened_on, why,
      time_zone, noted_at)
    SELECT charge_id, account_id, guarantor_id, statement_number, ${noted.step}, ${today}::date, ${why},
      ${regions[region].timeZone}, ${now}::timestamptz
    FROM charge WHERE charge_id = ${chargeId} ON CONFLICT DO NOTHING`.execute(trx);
}
