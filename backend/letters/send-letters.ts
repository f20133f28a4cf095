import { sql } from 'kysely';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { billingLine, organization } from '#shared/organization/profile.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { isStillToNotice } from '../collections/still-to-notice.ts';
import type { Database } from '../database/connect.ts';
import type { Post } from '../receipts/post.ts';
import { announceAnew, isTooLate, lockAnnounced } from './announce-anew.ts';
import { keepWords, letterWords, type WrittenLetter, wordsOf } from './write-letter.ts';

/** How long a letter is left to whoever took it on before somebody else tries. */
const AGAIN_AFTER_MS = 60_000;
const AT_ONCE = 10;

export interface LetterParts {
  readonly db: Database;
  readonly post: Post;
  readonly clock: () => number;
}

interface Claimed {
  readonly letterId: string;
  readonly isNotice: boolean;
  readonly isAboutAssistance: boolean;
  readonly isOfCollections: boolean;
  readonly region: RegionCode;
}

/** Some that wait, for nobody else until the time is over: servers side by side take others. */
async function claimSome(
  { db, clock }: LetterParts,
  region: RegionCode | null,
): Promise<readonly Claimed[]> {
  const now = clock();
  const { rows } = await sql<Claimed>`
    UPDATE letter SET claimed_until = ${instantOf(now + AGAIN_AFTER_MS)}, tries = tries + 1
    FROM guarantor
    WHERE guarantor.guarantor_id = letter.guarantor_id AND letter_id IN (
      SELECT letter_id FROM letter AS due JOIN guarantor USING (guarantor_id)
      WHERE sent_at IS NULL AND withdrawn_at IS NULL AND claimed_until <= ${instantOf(now)}
        AND (${region}::text IS NULL OR region = ${region})
      ORDER BY claimed_until, letter_id LIMIT ${AT_ONCE} FOR UPDATE OF due SKIP LOCKED)
    RETURNING letter_id AS "letterId", letter.kind = 'notice' AS "isNotice",
      letter.kind = 'assistance' AS "isAboutAssistance",
      letter.kind = 'collections' AS "isOfCollections", region`.execute(db);
  return rows;
}

const todayOf = ({ region }: Claimed, clock: () => number) =>
  dateIn(regions[region].timeZone, instantOf(clock()));

/**
 * The letter with its words, which are committed before anybody has them; undefined when it is not to leave any
 * more. A notice that would be too late for its day is withdrawn, and the payment announced for a later one; one of
 * collections whose charges are paid or held is withdrawn too.
 */
async function readied(
  { db, clock }: LetterParts,
  claimed: Claimed,
): Promise<WrittenLetter | undefined> {
  const { letterId, isNotice, isOfCollections } = claimed;
  const words = await wordsOf(db, letterId, instantOf(clock()));
  const now = instantOf(clock());
  return db.transaction().execute(async trx => {
    const announced = isNotice ? await lockAnnounced(trx, letterId) : undefined;
    const { rows } = await sql`
      SELECT FROM letter WHERE letter_id = ${letterId} AND sent_at IS NULL AND withdrawn_at IS NULL
      FOR UPDATE`.execute(trx);
    if (rows.length === 0) return undefined;
    const today = todayOf(claimed, clock);
    const stands = isOfCollections
      ? await isStillToNotice(trx, claimed, now)
      : !isNotice || (announced && !isTooLate(announced, today));
    if (stands) return keepWords(trx, words, now);
    await sql`UPDATE letter SET withdrawn_at = ${now} WHERE letter_id = ${letterId}`.execute(trx);
    if (announced) await announceAnew(trx, announced, today, now);
    return undefined;
  });
}

/** Keeps that it left, once. A notice that was handed over until after midnight may have become too late. */
async function keepSent({ db, clock }: LetterParts, claimed: Claimed): Promise<void> {
  const { letterId, isNotice } = claimed;
  const now = instantOf(clock());
  const today = todayOf(claimed, clock);
  await db.transaction().execute(async trx => {
    const announced = isNotice ? await lockAnnounced(trx, letterId) : undefined;
    const { numAffectedRows } = await sql`
      UPDATE letter SET sent_at = ${now}, sent_on = ${today}
      WHERE letter_id = ${letterId} AND sent_at IS NULL AND withdrawn_at IS NULL`.execute(trx);
    if (numAffectedRows === 1n && announced && isTooLate(announced, today)) {
      await announceAnew(trx, announced, today, now);
    }
  });
}

async function sendOne(parts: LetterParts, claimed: Claimed): Promise<void> {
  const letter = await readied(parts, claimed);
  if (!letter) return;
  const about = claimed.isAboutAssistance ? 'assistanceLetter' : 'letter';
  const t = letterWords[letter.language].getFixedT(letter.language, about);
  // Neither name nor amount: a subject is read over shoulders, and mail is stored where nobody here knows.
  await parts.post[letter.by]({
    itemKey: letter.letterId,
    to: letter.to,
    subject: t('mailSubject', { organization: organization.name }),
    text: t('mailText', { organization: organization.name, phone: billingLine() }),
    fileName: 'letter.pdf',
    pdf: letter.pdf,
  });
  await keepSent(parts, claimed);
}

/**
 * Sends every letter that waits, of one region or of all, and gives why some were not taken: they stay, and are
 * tried again. A server that dies after handing one over leaves it to another, which hands over the same words
 * under the same number: mail readers drop the second, and the mail room lays it over the first.
 */
export async function sendLetters(
  parts: LetterParts,
  region: RegionCode | null = null,
  onSent: () => void = () => undefined,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (;;) {
    const some = await claimSome(parts, region);
    if (some.length === 0) return failures;
    for (const each of some) {
      await sendOne(parts, each).then(onSent, failure => failures.push(failure));
    }
  }
}
