import { sql } from 'kysely';
import { ReceiptOrder } from '#shared/billing/payment-history.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ReceiptRequest } from '#shared/contract/after-payment.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { FoundPayment } from '../payments/read.ts';

/** How long whoever sends it first is left alone with it. */
const LEASE_MS = 30_000;

async function addressOf(db: Database, guarantorId: string): Promise<string> {
  const { rows } = await sql<{ address: string }>`
    SELECT format(E'%s\n%s\n%s, %s %s', full_name, street, city, state, postal_code) AS address
    FROM guarantor WHERE guarantor_id = ${guarantorId}`.execute(db);
  if (!rows[0]) throw new Refused('payment_not_found');
  return rows[0].address;
}

/**
 * Keeps that a receipt is to be sent, once under its key and before anything is sent; another one under the
 * same key is `key_reused`.
 */
export async function orderReceipt(
  db: Database,
  receiptKey: string,
  { payment }: FoundPayment,
  wish: ReceiptRequest,
  person: Person,
  now: number,
): Promise<void> {
  if (payment.confirmation === null) throw new Refused('no_receipt');
  const { by, language } = wish;
  if ((by === 'email') !== (wish.to !== null)) throw new Refused('bad_request', { field: 'to' });
  const to = wish.to ?? (await addressOf(db, payment.guarantorId));
  const pdf = Buffer.from(wish.pdf, 'base64');
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    throw new Refused('bad_request', { field: 'pdf' });
  }
  await sql`
    INSERT INTO receipt_order (receipt_key, payment_key, sent_by_way, sent_to, language, pdf, asked_at, asked_by,
      claimed_until)
    VALUES (${receiptKey}, ${payment.key}, ${by}, ${to}, ${language}, ${pdf}, ${instantOf(now)},
      ${person.user.userId}, ${instantOf(now + LEASE_MS)}) ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<{ same: boolean }>`
    SELECT payment_key = ${payment.key} AND sent_by_way = ${by} AND sent_to = ${to} AND language = ${language} AS same
    FROM receipt_order WHERE receipt_key = ${receiptKey}`.execute(db);
  if (!rows[0]?.same) throw new Refused('key_reused');
}

/** How far an ordered receipt is. */
export async function findReceipt(db: Database, receiptKey: string): Promise<ReceiptOrder> {
  const { rows } = await sql`
    SELECT sent_by_way AS by, sent_to AS to, asked_at AS "askedAt", sent_at AS "sentAt"
    FROM receipt_order WHERE receipt_key = ${receiptKey}`.execute(db);
  return ReceiptOrder.parse(rows[0]);
}
