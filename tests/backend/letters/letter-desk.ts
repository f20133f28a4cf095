import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '#backend/receipts/post.ts';
import { openPost } from '#backend/receipts/sandbox-post.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { moveToDay } from '#backend/sandbox/move-to-day.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import type { Runner } from '#tests/support/runs-of.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** The real post of a test's backend, which takes nothing while it is shut. */
export function postThatShuts(backend: TestBackend) {
  const real = openPost({ folder: backend.outbox, from: 'receipts@remit.invalid' });
  const state = { shut: false, refused: 0, took: [] as string[] };
  const door =
    (way: 'email' | 'mail'): Post['email'] =>
    async item => {
      if (state.shut) {
        state.refused += 1;
        throw new Error('The post is shut.');
      }
      await real[way](item);
      state.took.push(item.itemKey);
    };
  return { state, post: { email: door('email'), mail: door('mail') } satisfies Post };
}

/** Moves the backend's clock through the runs of every day up to a date, as `npm run day` does. */
export async function dayBy(backend: TestBackend, { parts }: Runner, post: Post, date: string) {
  const clock = {
    now: backend.now,
    moveTo: async (ms: number) => backend.moveTo(instantOf(ms)),
  };
  const silent = { progress: () => undefined, ended: () => undefined };
  await moveToDay({ ...parts, post }, clock, runSteps, date as CalendarDate, silent);
}

/** Puts one statement of somebody, with something open on it, to be due on a day. */
export async function statementDue(backend: TestBackend, guarantorId: string, dueOn: string) {
  const { rows } = await backend.pool.query(
    `UPDATE statement SET issued_on = least(issued_on, $2::date), due_on = $2 WHERE statement_number = (
       SELECT statement_number FROM statement WHERE guarantor_id = $1
         AND takeable_cents(guarantor_id, 'medical', statement_number) > 0 ORDER BY due_on DESC LIMIT 1)
     RETURNING statement_number, takeable_cents(guarantor_id, 'medical', statement_number)::int AS open`,
    [guarantorId, dueOn],
  );
  return rows[0] as { statement_number: string; open: number };
}

export interface LetterRow {
  readonly letter_id: string;
  readonly kind: string;
  readonly way: string | null;
  readonly sent_on: string | null;
  readonly withdrawn: boolean;
  readonly pay_on: string | null;
}

/** The letters about an authorisation, in the order in which they were asked for. */
export async function lettersOf(backend: TestBackend, authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT letter_id, kind, sent_by_way AS way, sent_on::text, withdrawn_at IS NOT NULL AS withdrawn, pay_on::text
     FROM letter LEFT JOIN payment_notice USING (notice_id) WHERE letter.authorisation_id = $1
     ORDER BY asked_at, pay_on NULLS FIRST`,
    [authorisationId],
  );
  return rows as LetterRow[];
}

export const laid = (backend: TestBackend, way: 'email' | 'mail') =>
  readdir(join(backend.outbox, way)).catch((): string[] => []);

const decoded = (message: string) => {
  const [, body = ''] = message.split(/Content-Disposition: attachment[^\r]*\r\n\r\n/);
  return Buffer.from(body.split('\r\n----')[0]?.replace(/\s/g, '') ?? '', 'base64');
};

/** A message as it was laid, and the words of the PDF in it. */
export async function messageOf(backend: TestBackend, letterId: string) {
  const message = await readFile(join(backend.outbox, 'email', `${letterId}.eml`), 'utf8');
  return { message, text: await pdfText(decoded(message)) };
}

/** A letter as it was laid: to whom, and its words. */
export async function letterOf(backend: TestBackend, letterId: string) {
  const at = (ending: string) => join(backend.outbox, 'mail', `${letterId}.${ending}`);
  const { to } = JSON.parse(await readFile(at('json'), 'utf8'));
  return { to: String(to), text: await pdfText(await readFile(at('pdf'))) };
}
