import { sql } from 'kysely';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { CompanyReturns } from '#shared/contract/return-rates.ts';
import { type AchOriginator, achOriginatorOf } from '#shared/organization/ach-originators.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { judgeRate } from '#shared/returns/judge-rate.ts';
import { returnsPolicy } from '#shared/returns/policy.ts';
import type { Database } from '../../database/connect.ts';

interface Counted {
  readonly sent: number;
  readonly codes: readonly string[];
}

/** Each bank and company that sends for these regions, once, with the zone its days are counted in. */
function originatorsOf(codes: readonly RegionCode[]): Map<string, [AchOriginator, string]> {
  return new Map(
    codes.map(region => {
      const originator = achOriginatorOf(region);
      const { odfiRouting, companyId } = originator;
      return [`${odfiRouting} ${companyId}`, [originator, regions[region].timeZone]];
    }),
  );
}

/** The debits sent in the time, and the codes of those that came back in it, whenever they were sent. */
async function count(
  db: Database,
  { odfiRouting, companyId }: AchOriginator,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    SELECT count(*) FILTER (WHERE business_day BETWEEN ${from} AND ${to})::int AS sent,
      coalesce(array_agg(return_code) FILTER (WHERE (returned_at AT TIME ZONE ${timeZone})::date BETWEEN ${from} AND ${to}),
        '{}') AS codes
    FROM ach_entry JOIN ach_file USING (file_id)
    WHERE direction = 'debit' AND odfi_routing = ${odfiRouting} AND company_id = ${companyId}
      AND (business_day >= ${from} OR returned_at >= ${from}::date)`.execute(db);
  return rows[0] ?? { sent: 0, codes: [] };
}

/**
 * The share of debits that came back over the days the rules look at, for each bank and company that sends
 * for these regions: what came back in that time over what was sent in it (Nacha Operating Rules, 2.17.2).
 */
export async function returnRates(
  db: Database,
  codes: readonly RegionCode[],
  now: number,
): Promise<CompanyReturns[]> {
  const { overDays, thresholds } = returnsPolicy.rates;
  const companies: CompanyReturns[] = [];
  for (const [originator, timeZone] of originatorsOf(codes).values()) {
    const to = dateIn(timeZone, instantOf(now));
    const from = addDays(to, 1 - overDays);
    const counted = await count(db, originator, { from, to, timeZone });
    companies.push({
      ...originator,
      from,
      to,
      sent: counted.sent,
      rates: thresholds.map(({ kind, basisPoints, codes: of }) => {
        const returned = counted.codes.filter(code => of === null || of.includes(code)).length;
        const judgement = judgeRate(kind, counted.sent, returned);
        return { kind, returned, basisPoints, judgement };
      }),
    });
  }
  return companies;
}
