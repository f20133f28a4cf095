import { sql } from 'kysely';
import type { ReceiptWay } from '#shared/billing/payment-history.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { regions } from '#shared/organization/regions.ts';
import { createWords } from '#shared/words/words.ts';
import { readNoticeFacts } from '../collections/notice-facts.ts';
import { noticeSheet } from '../collections/notice-sheet.ts';
import type { Database } from '../database/connect.ts';
import { readAssistanceFacts } from './assistance-facts.ts';
import { assistanceSheet } from './assistance-sheet.ts';
import { drawLetter } from './drawer.ts';
import { eventRows, instalmentLines } from './event-rows.ts';
import { type EventFacts, type LetterFacts, readLetterFacts } from './letter-facts.ts';
import type { LetterSheet } from './letter-pdf.ts';
import { noticeRows } from './notice-rows.ts';
import { planSheet, readPlanLetter } from './plan-letter.ts';
import { planNoticeSheet, readPlanNoticeFacts } from './plan-notice-letter.ts';
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

/** What a letter begins with. */
function saysOf(facts: LetterFacts): string {
  const t = letterWords[facts.language].getFixedT(facts.language, 'letter');
  if (facts.kind === 'notice') {
    return t(facts.statementNumber === null ? 'saysOfPlan' : 'says.notice');
  }
  return facts.kind === 'finished'
    ? t(`ended.${facts.endedWith ?? 'plan_over'}`)
    : t(`says.${facts.kind}`);
}

/** Of a written copy: what was read aloud, and every instalment of a plan. */
function sectionsOf(facts: EventFacts): LetterSheet['sections'] {
  const { language, terms } = facts;
  const words = letterWords[language];
  const t = words.getFixedT(language, 'letter');
  const listed = instalmentLines(language, terms);
  return [
    { title: t('wasRead'), sentences: wordsReadAloud(words, facts) },
    ...(listed.length > 0 ? [{ title: t('eachInstalment'), sentences: listed }] : []),
  ];
}

function sheetOf(facts: LetterFacts, now: Instant): LetterSheet {
  const { kind, language, region, address } = facts;
  const words = letterWords[language];
  const t = words.getFixedT(language, 'letter');
  const isNotice = facts.kind === 'notice';
  const isCopy = facts.kind === 'made' || facts.kind === 'changed';
  return {
    language,
    address,
    dated: sayDate(language, dateIn(regions[region].timeZone, now)),
    title: t(`title.${kind}`),
    says: [saysOf(facts), ...(isNotice && facts.replaces ? [t('replaces')] : [])],
    rows: isNotice ? noticeRows(words, facts) : eventRows(words, facts),
    sections: isCopy ? sectionsOf(facts) : [],
  };
}

async function wordsKept(db: Database, letterId: string): Promise<WrittenLetter | undefined> {
  const { rows } = await sql<WrittenLetter>`
    SELECT letter_id AS "letterId", sent_by_way AS by, sent_to AS to, language, pdf FROM letter
    WHERE letter_id = ${letterId} AND written_at IS NOT NULL`.execute(db);
  return rows[0];
}

/** What a letter tells, whatever it is about, and the sheet it stands on. */
async function factsAndSheet(db: Database, letterId: string, now: Instant) {
  const assistance = await readAssistanceFacts(db, letterId);
  if (assistance) return { ...assistance, sheet: assistanceSheet(letterWords, assistance) };
  const plan = await readPlanLetter(db, letterId);
  if (plan) return { ...plan, sheet: planSheet(plan, letterWords[plan.language], now) };
  const planNotice = await readPlanNoticeFacts(db, letterId);
  if (planNotice) return { ...planNotice, sheet: planNoticeSheet(letterWords, planNotice, now) };
  const notice = await readNoticeFacts(db, letterId);
  if (notice) return { ...notice, sheet: noticeSheet(letterWords[notice.language], notice, now) };
  const facts = await readLetterFacts(db, letterId);
  return { ...facts, sheet: sheetOf(facts, now) };
}

/** The words that a letter was given before, else such as hold now; drawn while nothing is locked. */
export async function wordsOf(
  db: Database,
  letterId: string,
  now: Instant,
): Promise<WrittenLetter> {
  const kept = await wordsKept(db, letterId);
  if (kept) return kept;
  const { by, to, language, sheet } = await factsAndSheet(db, letterId, now);
  return { letterId, by, to, language, pdf: await drawLetter(sheet) };
}

/** Gives a letter, which is locked, these words, unless it was given others meanwhile; gives those it has. */
export async function keepWords(
  trx: Database,
  letter: WrittenLetter,
  now: Instant,
): Promise<WrittenLetter> {
  const { letterId, by, to, language, pdf } = letter;
  const { numAffectedRows } = await sql`
    UPDATE letter SET sent_by_way = ${by}, sent_to = ${to}, language = ${language}, pdf = ${pdf}, written_at = ${now}
    WHERE letter_id = ${letterId} AND written_at IS NULL`.execute(trx);
  return numAffectedRows === 1n ? letter : ((await wordsKept(trx, letterId)) ?? letter);
}
