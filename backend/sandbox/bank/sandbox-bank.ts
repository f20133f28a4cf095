import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { readAch } from '#shared/ach/read-ach.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type AchBank, type BankFile, FileRefused } from '../../ach/bank-port.ts';
import type { Seal } from '../../ach/seal.ts';
import type { Database } from '../../database/connect.ts';
import { SentEntry, takenEntries } from './sent-entry.ts';
import { writeAnswers } from './write-answers.ts';

export interface SandboxBankParts {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly seal: Seal;
}

/** The Reserve Banks' days are those of the East. */
const BANK_TIME_ZONE = 'America/New_York';

/** True when the file is new; throws where another one is known under its id. */
async function isNew(trx: Database, fileId: string, hash: string, now: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO sandbox_bank.file (file_id, content_hash, taken_at)
    VALUES (${fileId}, ${hash}, ${instantOf(now)}) ON CONFLICT DO NOTHING`.execute(trx);
  if (numAffectedRows !== 0n) return true;
  const { rows } = await sql<{ content_hash: string }>`
    SELECT content_hash FROM sandbox_bank.file WHERE file_id = ${fileId}`.execute(trx);
  if (rows[0]?.content_hash === hash) return false;
  throw new FileRefused('The bank has another file under this id.');
}

async function take({ db, clock, seal }: SandboxBankParts, fileId: string, text: string) {
  await db.transaction().execute(async trx => {
    if (!(await isNew(trx, fileId, seal.hash(text), clock()))) return;
    if (!readAch(text).ok) throw new FileRefused('The bank found a fault in the file.');
    const entries = takenEntries(text).map(({ trace, amountCents, answer }) => ({
      trace,
      amount_cents: amountCents,
      code: answer?.sent.code,
      answers_on: answer?.on,
      sealed: answer && `\\x${seal.seal(JSON.stringify(answer.sent)).toString('hex')}`,
    }));
    await sql`
      INSERT INTO sandbox_bank.entry (file_id, trace, amount_cents, code, answers_on, sealed)
      SELECT ${fileId}, trace, amount_cents, code, answers_on, sealed
      FROM jsonb_populate_recordset(NULL::sandbox_bank.entry, ${JSON.stringify(entries)}::jsonb)`.execute(
      trx,
    );
  });
}

interface DueAnswer {
  readonly file_id: string;
  readonly trace: string;
  readonly sealed: Buffer;
}

/** Writes one file about everything whose day has come and that was not answered yet. */
async function answerDue({ db, clock, seal }: SandboxBankParts): Promise<void> {
  const today = dateIn(BANK_TIME_ZONE, instantOf(clock()));
  await db.transaction().execute(async trx => {
    const { rows } = await sql<DueAnswer>`
      SELECT file_id, trace, sealed FROM sandbox_bank.entry
      WHERE code IS NOT NULL AND answer_id IS NULL AND answers_on <= ${today}
      ORDER BY answers_on, file_id, trace FOR UPDATE SKIP LOCKED`.execute(trx);
    if (rows.length === 0) return;
    const sent = rows.map(row => SentEntry.parse(JSON.parse(seal.open(row.sealed))));
    const said = JSON.stringify(rows.map(({ file_id, trace }) => ({ file_id, trace })));
    const id = uuidv7();
    await sql`
      INSERT INTO sandbox_bank.answer (answer_id, sealed, made_at)
      VALUES (${id}, ${seal.seal(writeAnswers(sent, today))}, ${instantOf(clock())})`.execute(trx);
    await sql`
      UPDATE sandbox_bank.entry SET answer_id = ${id}
      FROM jsonb_to_recordset(${said}::jsonb) AS said (file_id uuid, trace text)
      WHERE entry.file_id = said.file_id AND entry.trace = said.trace`.execute(trx);
  });
}

/** A bank that takes files and answers them by the test endings of the accounts in them. */
export function sandboxBank(parts: SandboxBankParts): AchBank {
  const { db, clock, seal } = parts;
  return {
    handOver: (fileId, text) => take(parts, fileId, text),
    async collect(): Promise<BankFile[]> {
      await answerDue(parts);
      const { rows } = await sql<{ answer_id: string; sealed: Buffer }>`
        SELECT answer_id, sealed FROM sandbox_bank.answer
        WHERE fetched_at IS NULL ORDER BY made_at, answer_id`.execute(db);
      return rows.map(row => ({ id: row.answer_id, text: seal.open(row.sealed) }));
    },
    async confirm(id) {
      await sql`
        UPDATE sandbox_bank.answer SET fetched_at = ${instantOf(clock())}
        WHERE answer_id = ${id} AND fetched_at IS NULL`.execute(db);
    },
  };
}
