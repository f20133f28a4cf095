import { sql } from 'kysely';
import { Payment } from '#shared/billing/payment.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const allocations = sql<unknown>`coalesce((
  SELECT jsonb_agg(jsonb_build_object('chargeId', charge_id, 'amountCents', part.amount_cents) ORDER BY charge_id)
  FROM payment_allocation AS part WHERE part.payment_key = payment.key
), '[]')`;

const method = sql<unknown>`payment_method(payment)`;

function paymentRows(db: Database) {
  return db
    .selectFrom('payment')
    .innerJoin('guarantor', 'guarantor.guarantor_id', 'payment.guarantor_id')
    .leftJoin('payment_override', 'payment_override.payment_key', 'payment.key')
    .selectAll('payment')
    .select([
      'guarantor.region',
      'overridden_at',
      method.as('method'),
      allocations.as('allocations'),
    ]);
}

type PaymentRow = Awaited<ReturnType<ReturnType<typeof paymentRows>['execute']>>[number];

function paymentOf(row: PaymentRow): Payment {
  return Payment.parse({
    key: row.key,
    guarantorId: row.guarantor_id,
    state: row.state,
    method: row.method,
    amountCents: row.amount_cents,
    allocations: row.allocations,
    takenAt: row.taken_at,
    postingOn: row.posting_on,
    confirmation: row.confirmation,
    decline: row.decline,
  });
}

export interface FoundPayment {
  /** As it may be told to whoever took it: a guest payer's without what it paid. */
  readonly payment: Payment;
  readonly region: RegionCode;
  /** The business day with whose files a debit goes to the bank; null for everything else. */
  readonly originateOn: CalendarDate | null;
  readonly takenBy: string | null;
  readonly workstationId: string | null;
  /** Since when a supervisor lets another payment start beside it. */
  readonly overriddenAt: Instant | null;
}

/** A payment by its key; undefined when none was taken under it. */
export async function findPayment(db: Database, key: string): Promise<FoundPayment | undefined> {
  const row = await paymentRows(db).where('key', '=', key).executeTakeFirst();
  if (!row) return undefined;
  const payment = paymentOf(row);
  return {
    payment: row.amount_only ? { ...payment, allocations: [] } : payment,
    region: row.region,
    originateOn: row.originate_on,
    takenBy: row.taken_by,
    workstationId: row.workstation_id,
    overriddenAt: row.overridden_at,
  };
}

/** A guarantor's newest payments, for a verified caller: with what each paid, whoever paid it. */
export async function recentPayments(
  db: Database,
  guarantorId: string,
  count: number,
): Promise<Payment[]> {
  const rows = await paymentRows(db)
    .where('payment.guarantor_id', '=', guarantorId)
    .orderBy('taken_at', 'desc')
    .orderBy('key', 'desc')
    .limit(count)
    .execute();
  return rows.map(paymentOf);
}
