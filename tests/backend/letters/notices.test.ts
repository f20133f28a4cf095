import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerReport } from '#backend/ledger/report.ts';
import { sendLetters } from '#backend/letters/send-letters.ts';
import { takePaymentsToCome } from '#backend/runs/scheduled/step.ts';
import { personas } from '#backend/seed/personas.ts';
import { authorised } from '#tests/backend/authorisations/agreed.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { dayBy, lettersOf, messageOf, postThatShuts, statementDue } from './letter-desk.ts';

const LATER = 3_600_000;
const autopay = { kind: 'autopay', ledger: 'medical', capCents: 3_000 } as const;

let backend: TestBackend;
let runner: Runner;
let call: VerifiedCall;
let through: ReturnType<typeof postThatShuts>;
beforeEach(async () => {
  // The server's own turns rest: what is sent is sent by the runs of the days.
  backend = await startTestBackend({ at: '2026-11-30T20:00Z', postEveryMs: LATER });
  runner = openRunner(backend);
  through = postThatShuts(backend);
  call = await verifiedCall(await backend.signIn(), personas.marisol);
});
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await runner.close();
  await backend.stop();
});

const to = (date: string) => dayBy(backend, runner, through.post, date);
/** The payments of a moment, planned and announced, with no letter sent. */
async function planned(at: string) {
  backend.moveTo(at);
  await runner.turn([takePaymentsToCome]);
}
const notices = async (id: string) =>
  (await lettersOf(backend, id)).filter(({ kind }) => kind === 'notice');

async function taken(authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT run_on::text, amount_cents::int FROM scheduled_attempt JOIN payment ON key = payment_key
     WHERE authorisation_id = $1 AND state NOT IN ('declined', 'not_charged') ORDER BY run_on`,
    [authorisationId],
  );
  return rows;
}

describe('a payment of a varying amount, day by day', () => {
  it('is announced by e-mail ten days before or more, and taken on its due date', async () => {
    const { open, statement_number } = await statementDue(backend, call.guarantorId, '2026-12-15');
    const amount = Math.min(open, autopay.capCents);
    const { authorisationId } = await authorised(call, autopay);
    await to('2026-12-03');
    expect(await notices(authorisationId)).toEqual([]);
    await to('2026-12-05');
    expect(await notices(authorisationId)).toMatchObject([
      { way: 'email', sent_on: '2026-12-04', pay_on: '2026-12-15', withdrawn: false },
    ]);
    const [{ letter_id } = { letter_id: '' }] = await notices(authorisationId);
    const { message, text } = await messageOf(backend, letter_id);
    expect(message).toContain('To: marisol.oneil-dang@example.org');
    expect(message).not.toContain(statement_number);
    expect(text).toContain('Notice of a payment to come');
    const cents = (amount / 100).toFixed(2);
    for (const said of [`Amount $${cents}`, 'Taken on December 15, 2026', statement_number]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Paid by Visa ending 4242');
    expect(text).toContain('Call 1-800-790-4661 by December 10, 2026');
    await to('2026-12-14');
    expect(await taken(authorisationId)).toEqual([]);
    await to('2026-12-16');
    expect(await taken(authorisationId)).toEqual([{ run_on: '2026-12-15', amount_cents: amount }]);
  }, 120_000);

  it('whose notice could not leave in time is not taken on that day, but ten days after the one that left', async () => {
    await statementDue(backend, call.guarantorId, '2026-12-15');
    const { authorisationId } = await authorised(call, autopay);
    through.state.shut = true;
    await to('2026-12-17');
    expect(through.state.refused).toBeGreaterThan(5);
    expect(await taken(authorisationId)).toEqual([]);
    through.state.shut = false;
    await to('2026-12-19');
    const all = await notices(authorisationId);
    const [sent, ...late] = all.toReversed();
    expect(late.at(-1)).toMatchObject({ pay_on: '2026-12-15' });
    for (const each of late) expect(each).toMatchObject({ sent_on: null, withdrawn: true });
    expect(sent).toMatchObject({ pay_on: '2026-12-28', sent_on: '2026-12-18', withdrawn: false });
    const { text } = await messageOf(backend, sent?.letter_id ?? '');
    expect(text).toContain('Taken on December 28, 2026');
    expect(text).toContain('This notice takes the place of any earlier one');
    await to('2026-12-27');
    expect(await taken(authorisationId)).toEqual([]);
    await to('2026-12-29');
    expect(await taken(authorisationId)).toMatchObject([{ run_on: '2026-12-28' }]);
  }, 120_000);

  it('that is left out before its notice leaves is not announced any more', async () => {
    const { statement_number } = await statementDue(backend, call.guarantorId, '2026-12-15');
    const { authorisationId } = await authorised(call, autopay);
    await planned('2026-12-04T17:00Z');
    expect(await notices(authorisationId)).toHaveLength(1);
    const now = backend.now();
    backend.moveTo('2026-11-30T20:05Z');
    await call.desk.value('skipScheduledPayment', {
      params: { authorisationId },
      body: { verificationId: call.verificationId, occurrence: statement_number },
    });
    backend.moveTo(new Date(now).toISOString());
    await sendLetters({ ...runner.parts, post: through.post });
    const [notice] = await notices(authorisationId);
    expect(notice).toMatchObject({ sent_on: null, withdrawn: true });
  });

  it('is refused by the database itself where it was not announced', async () => {
    await statementDue(backend, call.guarantorId, '2026-12-15');
    const { authorisationId } = await authorised(call, autopay);
    await planned('2026-12-04T17:00Z');
    const unannounced = backend.pool.query(
      `SELECT claim_run_payment($1, occurrence, gen_random_uuid(), '2026-12-15', '{}', '1 second', now())
       FROM scheduled_payment WHERE authorisation_id = $1`,
      [authorisationId],
    );
    await expect(unannounced).rejects.toThrow(/ten days after its notice/);
  });
});
