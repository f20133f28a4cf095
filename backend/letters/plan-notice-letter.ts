import type { i18n } from 'i18next';
import { sql } from 'kysely';
import { z } from 'zod';
import { ReceiptWay } from '#shared/billing/payment-history.ts';
import { CalendarDate, dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { PositiveCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { LetterSheet } from './letter-pdf.ts';

const PlanNoticeFacts = z.object({
  guarantorId: z.string(),
  name: z.string(),
  address: z.string(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  by: ReceiptWay,
  to: z.string(),
  amountCents: PositiveCents,
  dueOn: CalendarDate,
});
type PlanNoticeFacts = z.infer<typeof PlanNoticeFacts>;

/** What was missed of a plan and by when it can be paid, to whom and how; undefined when it is about something else. */
export async function readPlanNoticeFacts(
  db: Database,
  letterId: string,
): Promise<PlanNoticeFacts | undefined> {
  const { rows } = await sql`
    SELECT guarantor_id AS "guarantorId", name, region, language, address,
      CASE WHEN email_agreed_on IS NULL THEN 'mail' ELSE 'email' END AS by,
      CASE WHEN email_agreed_on IS NULL THEN address ELSE email END AS to,
      amount_cents AS "amountCents", due_on AS "dueOn"
    FROM (SELECT guarantor.guarantor_id, full_name AS name, region, guarantor.language, email, email_agreed_on,
        format(E'%s\n%s\n%s, %s %s', full_name, street, city, guarantor.state, postal_code) AS address,
        amount_cents, due_on
      FROM letter JOIN plan_notice USING (plan_notice_id) JOIN guarantor USING (guarantor_id)
      WHERE letter_id = ${letterId}) AS noticed`.execute(db);
  return rows.length === 0 ? undefined : PlanNoticeFacts.parse(rows[0]);
}

/** The notice before a default: what keeps the plan, by when, and who helps whoever cannot pay. */
export function planNoticeSheet(
  words: { readonly en: i18n; readonly es: i18n },
  { language, address, region, amountCents, dueOn, name }: PlanNoticeFacts,
  now: Instant,
): LetterSheet {
  const t = words[language].getFixedT(language, 'letter');
  const phone = billingLine();
  return {
    language,
    address,
    dated: sayDate(language, dateIn(regions[region].timeZone, now)),
    title: t('title.plan_default'),
    says: [t('says.plan_default')],
    rows: [
      [t('missed'), showMoney(amountCents)],
      [t('payBy'), sayDate(language, dueOn)],
      [t('name'), name],
      [t('help'), t('helpHow', { phone })],
      [t('questions'), phone],
    ],
    sections: [],
  };
}
