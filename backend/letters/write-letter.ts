import { sql } from 'kysely';
import type { ReceiptWay } from '#shared/billing/payment-history.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { regions } from '#shared/organization/regions.ts';
import { createWords } from '#shared/words/words.ts';
import type { Database } from '../database/connect.ts';
import { eventRows } from './event-rows.ts';
import { type LetterFacts, readLetterFacts } from './letter-facts.ts';
import { letterPdf } from './letter-pdf.ts';
import { noticeRows } from './notice-rows.ts';
import { wordsReadAloud } from './read-aloud.ts';

/** A letter whose words stand: every try sends the same. */
export interface WrittenLetter {
  readonly letterId: string;
  readonly by: ReceiptWay;
  readonly to: string;
  readonly language: 'en' | 'es';
  readonly pdf: Buffer;
}

export const letterWords = { en: createWords('en'), es: createWords('es') };

function draw(facts: LetterFacts, now: Instant): Promise<Buffer> {
  const { kind, language, region, address } = facts;
  const words = letterWords[language];
  const t = words.getFixedT(language, 'letter');
  const isNotice = facts.kind === 'notice';
  const isCopy = facts.kind === 'made' || facts.kind === 'changed';
  return letterPdf({
    language,
    address,
    dated: sayDate(language, dateIn(regions[region].timeZone, now)),
    title: t(`title.${kind}`),
    says: [t(`says.${kind}`), ...(isNotice && facts.replaces ? [t('replaces')] : [])],
    rows: isNotice ? noticeRows(words, facts) : eventRows(words, facts),
    read: isCopy ? { title: t('wasRead'), sentences: wordsReadAloud(words, facts) } : null,
  });
}

/** The words of a letter that is locked: those it was given before, else such as hold now, kept from here on. */
export async function writtenLetter(
  trx: Database,
  letterId: string,
  now: Instant,
): Promise<WrittenLetter> {
  const { rows } = await sql<WrittenLetter>`
    SELECT letter_id AS "letterId", sent_by_way AS by, sent_to AS to, language, pdf FROM letter
    WHERE letter_id = ${letterId} AND written_at IS NOT NULL`.execute(trx);
  if (rows[0]) return rows[0];
  const facts = await readLetterFacts(trx, letterId);
  const { by, to, language } = facts;
  const pdf = await draw(facts, now);
  await sql`
    UPDATE letter SET sent_by_way = ${by}, sent_to = ${to}, language = ${language}, pdf = ${pdf}, written_at = ${now}
    WHERE letter_id = ${letterId}`.execute(trx);
  return { letterId, by, to, language, pdf };
}
