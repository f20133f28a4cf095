import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { CompanyReturns } from '#shared/contract/return-rates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { type RateKind, returnsPolicy } from '#shared/returns/policy.ts';
import type { Database } from '../../database/connect.ts';
import { openException } from '../exceptions/open-exception.ts';
import { returnRates } from './read-rates.ts';

const DAY_MS = 86_400_000;

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

async function wasTold(db: Database, about: string, now: number): Promise<boolean> {
  const since = instantOf(now - returnsPolicy.rates.remindAfterDays * DAY_MS);
  const { rows } = await sql`
    SELECT FROM ach_exception WHERE kind = 'return_rate' AND about = ${about}
      AND (resolved_at IS NULL OR opened_at > ${since}) LIMIT 1`.execute(db);
  return rows.length > 0;
}

const names: Readonly<Record<RateKind, string>> = {
  unauthorised: 'Debits that payers say they did not authorise',
  administrative: 'Debits of accounts that are closed, unknown or wrongly numbered',
  overall: 'Debits that came back for any reason',
};

function reasonOf(
  { bankName, companyId, sent }: CompanyReturns,
  { kind, returned, basisPoints }: CompanyReturns['rates'][number],
): string {
  const share = `${returned} of ${sent}, ${percent(returned / Math.max(sent, 1))}`;
  return `${names[kind]}: ${share}, where the rules allow ${percent(basisPoints / 10_000)} (${bankName}, company ${companyId})`;
}

/**
 * Tells the supervisors of each share of returns that is above its threshold, once while that stands open,
 * and not again for a while after somebody dealt with it. Gives how many are above.
 */
export async function tellRates(db: Database, region: RegionCode, now: number): Promise<number> {
  let over = 0;
  for (const company of await returnRates(db, [region], now)) {
    for (const rate of company.rates.filter(({ judgement }) => judgement === 'over')) {
      over += 1;
      const about = `${company.odfiRouting} ${company.companyId} ${rate.kind}`;
      if (await wasTold(db, about, now)) continue;
      const nobodys = {
        code: null,
        paymentKey: null,
        refundId: null,
        guarantorId: null,
        receivedId: null,
      };
      const what = { kind: 'return_rate', toDo: 'find_cause', about } as const;
      await openException(db, { ...what, ...nobodys, reason: reasonOf(company, rate) }, now);
    }
  }
  return over;
}
