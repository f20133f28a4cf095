import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { countedPayments } from '../counted-payments.ts';
import { inPieces } from '../in-pieces.ts';
import type { RunDay, RunStep } from '../run-step.ts';

const kind = 'card_posting';

/** One that somebody wants back stands still until that is decided. */
const due = ({ region, today }: RunDay) => sql`
  payment.state = 'approved' AND method_kind = 'card' AND posting_on <= ${today} AND void_asked_at IS NULL
  AND EXISTS (SELECT FROM guarantor WHERE guarantor.guarantor_id = payment.guarantor_id AND region = ${region})`;

async function countDue(db: Database, day: RunDay): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    SELECT count(*)::int AS due FROM payment WHERE ${due(day)}`.execute(db);
  return rows[0]?.due ?? 0;
}

/** One statement, so one transaction. The lines were written when the card was charged. */
async function postSome(db: Database, day: RunDay, pieceSize: number): Promise<number> {
  const { region, today, now } = day;
  const { numAffectedRows } = await sql`
    WITH due AS (
      SELECT key FROM payment WHERE ${due(day)}
      ORDER BY posting_on, key LIMIT ${pieceSize} FOR NO KEY UPDATE OF payment
    ), posted AS (
      UPDATE payment SET state = 'posted', state_at = ${now},
        state_why = ${`posted with the business day ${today}`}
      FROM due WHERE payment.key = due.key RETURNING payment.key)
    INSERT INTO run_payment (payment_key, kind, region, business_on)
    SELECT key, ${kind}, ${region}, ${today}::date FROM posted`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Posts the card payments whose business day has come; a void has its cut-off the business day before. */
export const postCards: RunStep = {
  kind,
  fromHour: 0,
  async run({ db, pieceSize }, day, report) {
    const work = {
      piece: () => postSome(db, day, pieceSize),
      left: () => countDue(db, day),
    };
    await inPieces(work, report);
    return countedPayments(db, { kind, ...day }, 'card_payment_approved');
  },
};
