import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { cardsPostedBy } from '#shared/calendar/card-settlement.ts';
import { type LedgerPart, linesOf } from '#shared/ledger/events.ts';
import type { Database } from '../../database/connect.ts';
import { countedPayments, notePayments } from '../counted-payments.ts';
import { inPieces } from '../in-pieces.ts';
import type { RunDay, RunStep } from '../run-step.ts';

const kind = 'card_settlement';
const event = 'card_payment_settled';

const due = ({ region, today }: RunDay) => sql`
  payment.state = 'posted' AND method_kind = 'card' AND posting_on <= ${cardsPostedBy(today)} AND void_asked_at IS NULL
  AND EXISTS (SELECT FROM guarantor WHERE guarantor.guarantor_id = payment.guarantor_id AND region = ${region})`;

async function countDue(db: Database, day: RunDay): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    SELECT count(*)::int AS due FROM payment WHERE ${due(day)}`.execute(db);
  return rows[0]?.due ?? 0;
}

interface Settling {
  readonly key: string;
  readonly source: string;
  readonly parts: LedgerPart[];
}

/** The seeded past was paid through another account than the cards', and is in the bank already. */
function entriesOf(settling: readonly Settling[]) {
  return settling
    .filter(({ source }) => source !== 'seeded')
    .map(({ key, parts }) => ({ key, entryId: uuidv7(), lines: linesOf(event, parts) }));
}

/** The deposit and the state in one transaction; what was billed and what is owed stay as they are. */
function settleSome(db: Database, day: RunDay, pieceSize: number): Promise<number> {
  const { region, today, now } = day;
  return db.transaction().execute(async trx => {
    const { rows: settling } = await sql<Settling>`
      SELECT key, source, payment_parts(key) AS parts FROM payment WHERE ${due(day)}
      ORDER BY posting_on, key LIMIT ${pieceSize} FOR NO KEY UPDATE OF payment`.execute(trx);
    const keys = settling.map(({ key }) => key);
    await sql`SELECT enter_settlements(${event}, ${JSON.stringify(entriesOf(settling))}, ${now})`.execute(
      trx,
    );
    await sql`
      UPDATE payment SET state = 'settled', state_at = ${now},
        state_why = ${`settled by the card network on ${today}`}
      WHERE key = ANY (${keys}::uuid[])`.execute(trx);
    await notePayments(trx, { kind, region, today }, keys);
    return settling.length;
  });
}

/** Puts into the bank what the card network pays out for payments that have posted. */
export const settleCards: RunStep = {
  kind,
  fromHour: 6,
  async run({ db, pieceSize }, day, report) {
    const work = {
      piece: () => settleSome(db, day, pieceSize),
      left: () => countDue(db, day),
    };
    await inPieces(work, report);
    return countedPayments(db, { kind, ...day }, event);
  },
};
