import { sql } from 'kysely';
import { z } from 'zod';
import { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import { ReceiptWay } from '#shared/billing/payment-history.ts';
import { Instant } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const AssistanceFacts = z.object({
  guarantorId: z.string(),
  address: z.string(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  by: ReceiptWay,
  to: z.string(),
  writtenAt: Instant,
  letter: AssistanceLetter,
});
export type AssistanceFacts = z.infer<typeof AssistanceFacts>;

/**
 * What a letter about an application tells, to whom and how, in the guarantor's language; undefined when it is about
 * something else.
 */
export async function readAssistanceFacts(
  db: Database,
  letterId: string,
): Promise<AssistanceFacts | undefined> {
  const { rows } = await sql`
    SELECT guarantor_id AS "guarantorId", region, language, address,
      CASE WHEN email_agreed_on IS NULL THEN 'mail' ELSE 'email' END AS by,
      CASE WHEN email_agreed_on IS NULL THEN address ELSE email END AS to,
      written_at AS "writtenAt", facts AS letter
    FROM (SELECT guarantor.guarantor_id, region, guarantor.language, email, email_agreed_on,
        format(E'%s\n%s\n%s, %s %s', full_name, street, city, guarantor.state, postal_code) AS address,
        assistance_letter.written_at, facts
      FROM letter JOIN assistance_letter USING (assistance_letter_id) JOIN guarantor USING (guarantor_id)
      WHERE letter_id = ${letterId}) AS written`.execute(db);
  return rows.length === 0 ? undefined : AssistanceFacts.parse(rows[0]);
}
