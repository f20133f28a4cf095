import { sql } from 'kysely';
import { z } from 'zod';
import { ReceiptWay } from '#shared/billing/payment-history.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { Cents } from '#shared/money/cents.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** What the written notice of an account tells, to whom and how: in the guarantor's language. */
const NoticeFacts = z.object({
  name: z.string(),
  address: z.string(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  by: ReceiptWay,
  to: z.string(),
  accountNumber: z.string(),
  statementNumbers: z.array(z.string()),
  dueOn: CalendarDate,
  openCents: Cents,
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

/** The facts of a letter, if it is a notice of collections. */
export async function readNoticeFacts(
  db: Database,
  letterId: string,
): Promise<NoticeFacts | undefined> {
  const { rows } = await sql`
    SELECT full_name AS name, region, guarantor.language, account_number AS "accountNumber",
      format(E'%s\n%s\n%s, %s %s', full_name, street, city, state, postal_code) AS address,
      CASE WHEN email_agreed_on IS NULL THEN 'mail' ELSE 'email' END AS by,
      CASE WHEN email_agreed_on IS NULL THEN format(E'%s\n%s\n%s, %s %s', full_name, street, city, state, postal_code)
        ELSE email END AS to,
      noticed."statementNumbers", noticed."dueOn", noticed."openCents"
    FROM letter JOIN guarantor USING (guarantor_id)
      JOIN collections_notice AS notice ON notice.notice_id = collections_notice_id JOIN account USING (account_id)
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT statement_number ORDER BY statement_number) AS "statementNumbers",
          min(due_on) AS "dueOn", sum(open_cents)::bigint AS "openCents"
        FROM collections_notice_charge AS each JOIN charge USING (charge_id) WHERE each.notice_id = notice.notice_id
      ) AS noticed
    WHERE letter_id = ${letterId}`.execute(db);
  return rows[0] === undefined ? undefined : NoticeFacts.parse(rows[0]);
}
