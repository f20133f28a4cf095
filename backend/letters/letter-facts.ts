import { sql } from 'kysely';
import { z } from 'zod';
import { Agreement } from '#shared/authorisations/agreement.ts';
import { PlanAutopayEnd } from '#shared/authorisations/authorisation.ts';
import { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import { ReceiptWay } from '#shared/billing/payment-history.ts';
import { ChargedMethod } from '#shared/billing/payment-method.ts';
import { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import { PositiveCents } from '#shared/money/cents.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const EventKind = z.enum(['made', 'changed', 'skipped', 'revoked', 'stopped', 'finished']);

const common = {
  guarantorId: z.string(),
  name: z.string(),
  address: z.string(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  by: ReceiptWay,
  to: z.string(),
  method: ChargedMethod,
};

const NoticeFacts = z.object({
  kind: z.literal('notice'),
  ...common,
  amountCents: PositiveCents,
  payOn: CalendarDate,
  /** Null of an instalment of a payment plan. */
  statementNumber: z.string().nullable(),
  dueOn: CalendarDate,
  /** It takes the place of one that may have left. */
  replaces: z.boolean(),
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

const EventFacts = z.object({
  kind: EventKind,
  ...common,
  at: Instant,
  terms: AuthorisationTerms,
  agreement: Agreement,
  /** Of autopay that ended with its plan. */
  endedWith: PlanAutopayEnd.nullable(),
  /** The day of the payment that is left out. */
  leftOutOn: CalendarDate.nullable(),
});
export type EventFacts = z.infer<typeof EventFacts>;

const LetterFacts = z.union([NoticeFacts, EventFacts]);
export type LetterFacts = z.infer<typeof LetterFacts>;

/**
 * What a letter tells, to whom and how. A written copy is in the language that was agreed in, everything else
 * in the guarantor's.
 */
export async function readLetterFacts(db: Database, letterId: string): Promise<LetterFacts> {
  const { rows } = await sql`
    SELECT letter.kind, guarantor.guarantor_id AS "guarantorId", full_name AS name, region,
      format(E'%s\n%s\n%s, %s %s', full_name, street, city, guarantor.state, postal_code) AS address,
      CASE WHEN letter.kind IN ('made', 'changed') THEN event.agreement->>'language'
        ELSE coalesce(notice.language, guarantor.language) END AS language,
      CASE WHEN email_agreed_on IS NULL THEN 'mail' ELSE 'email' END AS by,
      CASE WHEN email_agreed_on IS NULL THEN format(E'%s\n%s\n%s, %s %s', full_name, street, city, guarantor.state, postal_code)
        ELSE email END AS to,
      stored_method_shown(method) AS method,
      notice.amount_cents AS "amountCents", coalesce(notice.pay_on, skipped.pay_on) AS "payOn",
      announced.statement_number AS "statementNumber", announced.agreed_on AS "dueOn",
      EXISTS (SELECT FROM payment_notice AS before WHERE before.authorisation_id = notice.authorisation_id
        AND before.occurrence = notice.occurrence AND before.pay_on < notice.pay_on) AS replaces,
      event.at, CASE event.kind WHEN 'finished' THEN event.why END AS "endedWith", coalesce(event.terms, authorisation.terms) AS terms,
      coalesce(event.agreement, authorisation.agreement) AS agreement, skipped.pay_on AS "leftOutOn"
    FROM letter JOIN guarantor USING (guarantor_id) JOIN authorisation USING (authorisation_id)
      JOIN stored_method AS method USING (method_id)
      LEFT JOIN payment_notice AS notice USING (notice_id)
      LEFT JOIN scheduled_payment AS announced ON announced.authorisation_id = notice.authorisation_id
        AND announced.occurrence = notice.occurrence
      LEFT JOIN authorisation_event AS event USING (event_id)
      LEFT JOIN scheduled_payment AS skipped ON event.kind = 'skipped'
        AND skipped.authorisation_id = event.authorisation_id AND skipped.occurrence = event.occurrence
    WHERE letter_id = ${letterId}`.execute(db);
  return LetterFacts.parse(rows[0]);
}
