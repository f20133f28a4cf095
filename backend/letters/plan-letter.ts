import { sql } from 'kysely';
import { z } from 'zod';
import { ReceiptWay } from '#shared/billing/payment-history.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { sayTime } from '#shared/calendar/say-time.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { conspicuousRows, otherTerms, scheduleRows } from '#shared/plans/disclosure-words.ts';
import { PlanAcceptance, PlanDisclosure } from '#shared/plans/offer.ts';
import type { createWords } from '#shared/words/words.ts';
import type { Database } from '../database/connect.ts';
import type { LetterRow, LetterSheet } from './letter-pdf.ts';

const PlanLetter = z.object({
  kind: z.enum(['plan_offered', 'plan_agreed']),
  address: z.string(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  by: ReceiptWay,
  to: z.string(),
  disclosure: PlanDisclosure,
  disclosureHash: z.string(),
  acceptance: PlanAcceptance.nullable(),
});
export type PlanLetter = z.infer<typeof PlanLetter>;

/**
 * The written copy of a plan's disclosure, before it is agreed to or with the yes to it; undefined for other letters.
 * The first goes the way that was chosen, in the language that was spoken; the second as the guarantor has letters.
 */
export async function readPlanLetter(
  db: Database,
  letterId: string,
): Promise<PlanLetter | undefined> {
  const { rows } = await sql<object>`
    SELECT kind, address, region, by, CASE WHEN by = 'email' THEN email ELSE address END AS to, disclosure,
      disclosure_hash AS "disclosureHash", acceptance, coalesce(acceptance->>'language', copy_language, language) AS language
    FROM (
      SELECT letter.kind, region, email, guarantor.language, disclosure, disclosure_hash, copy_language,
        CASE WHEN letter.kind = 'plan_agreed' THEN acceptance END AS acceptance,
        format(E'%s\n%s\n%s, %s %s', full_name, street, city, guarantor.state, postal_code) AS address,
        CASE WHEN letter.kind = 'plan_offered' THEN copy_way WHEN email_agreed_on IS NULL THEN 'mail' ELSE 'email' END AS by
      FROM letter JOIN guarantor USING (guarantor_id) JOIN plan_offer USING (offer_id)
        LEFT JOIN payment_plan USING (offer_id)
      WHERE letter_id = ${letterId}) AS known`.execute(db);
  return rows[0] && PlanLetter.parse(rows[0]);
}

type Words = ReturnType<typeof createWords>;

function agreedRows({ acceptance, language, region, disclosureHash }: PlanLetter, words: Words) {
  if (!acceptance) return [];
  const t = words.getFixedT(language, 'disclosure');
  const { recordingReference: reference, acceptedAt } = acceptance;
  const time = sayTime(language, regions[region].timeZone, acceptedAt);
  const rows: LetterRow[] = [
    [t('agreed'), t('agreedValue', { reference, time })],
    [t('mark'), disclosureHash],
  ];
  if (acceptance.aboveAffordable) rows.push([t('above'), t('aboveValue')]);
  return rows;
}

/** What stands on it: the disclosure apart from everything else, then who, when and how to ask. */
export function planSheet(letter: PlanLetter, words: Words, now: Instant): LetterSheet {
  const { kind, language, address, region, disclosure } = letter;
  const t = words.getFixedT(language, 'disclosure');
  const financed = showMoney(disclosure.amountFinancedCents);
  return {
    language,
    address,
    dated: sayDate(language, dateIn(regions[region].timeZone, now)),
    title: t(kind === 'plan_agreed' ? 'agreedTitle' : 'title'),
    says: [t(kind === 'plan_agreed' ? 'agreedSays' : 'keep')],
    disclosed: {
      figures: conspicuousRows(disclosure, words),
      title: t('schedule'),
      lines: [[t('number'), t('amount'), t('when')], ...scheduleRows(disclosure, words)],
    },
    rows: [
      ...otherTerms(disclosure, words),
      [t('itemization'), t('itemizationValue', { amount: financed })],
      [t('creditor'), disclosure.creditor],
      [t('guarantor'), disclosure.guarantorId],
      [t('reckonedOn'), sayDate(language, disclosure.agreedOn)],
      ...agreedRows(letter, words),
      [t('questions'), billingLine()],
    ],
    sections: [],
  };
}
