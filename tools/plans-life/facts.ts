import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Happened } from './second-opinion.ts';
import type { World } from './world.ts';

/** What the database says of somebody's payments, charges and interest, read without what reckons plans. */
export interface Facts {
  /** The payments that stand. */
  readonly paid: Happened['paid'];
  readonly states: Readonly<Record<string, string>>;
  readonly openCents: number;
  /** Interest that was billed: up to which due date, and when the latest payment came back. */
  readonly billed: readonly { readonly to: string; readonly cents: number }[];
  readonly returnedAt: string;
  readonly missed: number;
}

interface Row {
  readonly guarantorId: string;
  readonly region: RegionCode;
  readonly payments:
    | readonly { key: string; state: string; at: Instant; cents: number; stateAt: string }[]
    | null;
  readonly openCents: number;
  readonly billed: Facts['billed'] | null;
  readonly missed: number;
}

const standing = ['approved', 'originated', 'posted', 'settled'];

const question = `
  SELECT guarantor_id AS "guarantorId", region,
    (SELECT json_agg(json_build_object('key', key, 'state', state, 'cents', amount_cents, 'at', to_char(taken_at AT TIME
       ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'stateAt', state_at::date) ORDER BY taken_at)
     FROM payment WHERE payment.guarantor_id = guarantor.guarantor_id) AS payments,
    (SELECT sum(open_cents)::bigint FROM charge WHERE charge.guarantor_id = guarantor.guarantor_id) AS "openCents",
    (SELECT json_agg(json_build_object('to', serviced_on, 'cents', billed_cents) ORDER BY serviced_on)
     FROM charge WHERE charge.guarantor_id = guarantor.guarantor_id AND kind = 'finance_charge') AS billed,
    (SELECT count(*)::int FROM plan_event JOIN payment_plan USING (plan_id)
     WHERE payment_plan.guarantor_id = guarantor.guarantor_id AND plan_event.kind = 'missed') AS missed
  FROM guarantor WHERE guarantor_id = ANY ($1)`;

function factsOf({ region, payments, openCents, billed, missed }: Row): Facts {
  const { timeZone } = regions[region];
  const all = payments ?? [];
  const back = all.filter(each => each.state === 'returned').map(each => each.stateAt);
  return {
    paid: all
      .filter(each => standing.includes(each.state))
      .map(({ at, cents }) => ({ on: dateIn(timeZone, at), cents })),
    states: Object.fromEntries(all.map(each => [each.key, each.state])),
    openCents,
    billed: billed ?? [],
    returnedAt: back.sort().at(-1) ?? '',
    missed,
  };
}

/** The facts of so many guarantors, by their numbers. */
export async function factsAbout(
  { pool }: World,
  guarantorIds: readonly string[],
): Promise<Map<string, Facts>> {
  const { rows } = await pool.query<Row>(question, [guarantorIds]);
  return new Map(rows.map(row => [row.guarantorId, factsOf(row)]));
}
