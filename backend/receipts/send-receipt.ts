import { sql } from 'kysely';
import type { ReceiptWay } from '#shared/billing/payment-history.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { createWords } from '#shared/words/words.ts';
import type { Database } from '../database/connect.ts';
import type { Post } from './post.ts';

const AT_ONCE = 10;
const AGAIN_AFTER_MS = 60_000;

export interface ReceiptParts {
  readonly db: Database;
  readonly post: Post;
  readonly clock: () => number;
}

const words = { en: createWords('en'), es: createWords('es') };

interface Due {
  readonly receipt_key: string;
  readonly sent_by_way: ReceiptWay;
  readonly sent_to: string;
  readonly language: 'en' | 'es';
  readonly pdf: Buffer;
  readonly confirmation: string;
}

async function send({ db, post, clock }: ReceiptParts, due: Due): Promise<void> {
  const { confirmation, language } = due;
  // Neither name nor bill: a subject is read over shoulders, and mail is stored where nobody here knows.
  await post[due.sent_by_way]({
    itemKey: due.receipt_key,
    to: due.sent_to,
    subject: words[language].t('receipt:mailSubject'),
    text: words[language].t('receipt:mailText', { confirmation }),
    fileName: `receipt-${confirmation}.pdf`,
    pdf: due.pdf,
  });
  await sql`UPDATE receipt_order SET sent_at = ${instantOf(clock())}
    WHERE receipt_key = ${due.receipt_key} AND sent_at IS NULL`.execute(db);
}

async function dueWhere(
  { db, clock }: ReceiptParts,
  receiptKey: string | null,
): Promise<readonly Due[]> {
  const now = clock();
  const { rows } = await sql<Due>`
    UPDATE receipt_order SET claimed_until = ${instantOf(now + AGAIN_AFTER_MS)}, tries = tries + 1
    FROM payment
    WHERE key = payment_key AND receipt_key IN (
      SELECT receipt_key FROM receipt_order
      WHERE sent_at IS NULL AND (receipt_key = ${receiptKey}::uuid
        OR (${receiptKey}::uuid IS NULL AND claimed_until <= ${instantOf(now)}))
      ORDER BY claimed_until LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING receipt_key, sent_by_way, sent_to, language, pdf, confirmation`.execute(db);
  return rows;
}

/** Sends one that was just ordered; what is not taken stays kept and is tried again later. */
export async function sendReceipt(parts: ReceiptParts, receiptKey: string): Promise<void> {
  for (const due of await dueWhere(parts, receiptKey)) {
    await send(parts, due).catch(() => undefined);
  }
}

/** One turn: sends receipts that a silence or a crash left behind. */
export async function sendDueReceipts(parts: ReceiptParts): Promise<void> {
  for (const due of await dueWhere(parts, null)) await send(parts, due);
}
