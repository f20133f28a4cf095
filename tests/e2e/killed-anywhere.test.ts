import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askedCallOn, openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { attemptsInJournal, type JournalledAttempt } from '#tests/support/journal-of.ts';
import {
  afterwards,
  atTheProcessor,
  beforeNews,
  inState,
  isAskedByKey,
  isBalance,
  isClosing,
  type KillPoint,
  later,
  onTheLine,
} from '#tests/support/kill-points.ts';
import { expectBooksToAgree, processorCharges } from '#tests/support/the-books.ts';
import { approvedCard, cardWithoutFunds } from '#tools/demo/steps.ts';
import { isPayment } from '#tools/faults/fault-line.ts';

const none = { diesAs: [undefined], truth: [] } as const;
const never = { diesAs: ['ready'], truth: ['Not charged'] } as const;
const sent = { diesAs: ['sent'], truth: ['Approved'] } as const;
const lost = { diesAs: ['sent', 'unknown'], truth: ['Not charged'] } as const;
const open = { diesAs: ['sent', 'unknown'], truth: ['Approved', 'Not charged'] } as const;
const unknown = { diesAs: ['unknown'] } as const;
const anyhow = {
  diesAs: [undefined, 'ready', 'sent', 'approved'],
  truth: ['Approved', 'Not charged'],
} as const;

const points: readonly KillPoint[] = [
  onTheLine('while the balance is read again', 'delay', isBalance, none),
  beforeNews('when the attempt is committed', 'call', 1, never),
  beforeNews('when the card is let go, before anything is sent', 'call', 2, never),
  onTheLine('while the payment is on the wire', 'delay', isPayment, { ...open, diesAs: ['sent'] }),
  onTheLine('when the payment is lost on the wire', 'drop_before', isPayment, lost),
  onTheLine('when the line breaks under the payment', 'reset', isPayment, open),
  onTheLine('when the payment is late on the wire', 'deliver_late', isPayment, open),
  atTheProcessor('while the processor has not yet charged', 'slow', sent),
  atTheProcessor('when the processor has charged and not answered', 'slow_after_acting', {
    ...sent,
    backendAway: true,
  }),
  atTheProcessor(
    'when the processor is silent and has not charged',
    'time_out_before_acting',
    lost,
  ),
  atTheProcessor('when the processor is silent and has charged', 'time_out_after_acting', {
    ...open,
    truth: ['Approved'],
  }),
  onTheLine('while the reply is held', 'hold_reply', isPayment, sent),
  onTheLine('while a decline is held', 'hold_reply', isPayment, {
    diesAs: ['sent'],
    truth: ['Declined'],
    card: 'declined',
  }),
  onTheLine('when half a reply arrives', 'truncate', isPayment, { ...open, truth: ['Approved'] }),
  inState('when the reply is lost and the outcome unknown', 'unknown', 'drop_after', {
    ...unknown,
    truth: ['Approved'],
    backendAway: true,
  }),
  afterwards('while it asks by key', 'drop_after', ['delay', isAskedByKey], {
    ...unknown,
    truth: ['Approved'],
  }),
  afterwards('while it closes a key nobody heard of', 'drop_before', ['delay', isClosing], {
    ...unknown,
    truth: ['Not charged'],
  }),
  afterwards(
    'when the key is closed and it has not heard',
    'drop_before',
    ['hold_reply', isClosing],
    {
      ...unknown,
      truth: ['Not charged'],
    },
  ),
  beforeNews('when the approval is written and nobody has seen it', 'balance', 2, {
    diesAs: ['approved'],
    truth: ['Approved'],
  }),
  inState('when the approval is in the journal', 'approved', undefined, {
    diesAs: ['approved'],
    truth: ['Approved'],
  }),
  later(15, anyhow),
  later(45, anyhow),
];

/** From when the backend can be reached by the desk that came back; somebody still has to sign in then. */
const TRUTH_WITHIN_MS = 5_000;
const HELD_MS = 400;

let whole: WholeDesk;
const deaths: (string | undefined)[] = [];

async function begin(): Promise<void> {
  whole = await openWholeDesk(HELD_MS);
  await whole.steps.signIn();
}
beforeAll(begin);
afterEach(async ({ task }) => {
  // What one point leaves half done is not to fail the next.
  if (task.result?.state !== 'fail') return;
  await whole.end();
  await begin();
});
afterAll(() => whole.end());

/** Confirms and kills the desk at the point; gives the attempt as its journal has it, if it does. */
async function killAt(point: KillPoint): Promise<JournalledAttempt | undefined> {
  const { desk, folder, line } = whole;
  const before = attemptsInJournal(folder).length;
  const main = desk.app.process();
  const gone = desk.app.waitForEvent('close');
  await point.arrange(whole);
  const confirmed = desk.page.keyboard.press('Control+Enter').catch(() => undefined);
  await point.reached(whole, gone);
  main.kill('SIGKILL');
  await gone;
  await confirmed;
  line.next('pass');
  return attemptsInJournal(folder)[before];
}

/** Starts the desk again; gives when the backend could be reached by it. */
async function comeBack({ backendAway }: KillPoint): Promise<number> {
  if (backendAway) whole.line.cut();
  await whole.restart();
  if (backendAway) {
    await whole.desk.page
      .getByText(/cannot be reached/i)
      .first()
      .waitFor();
    whole.line.mend();
  }
  return performance.now();
}

/** Holds what is shown against every one of the books. */
async function expectTruth(attempt: JournalledAttempt, shown: string): Promise<void> {
  const { pool } = whole.backend;
  await expect
    .poll(() => attemptsInJournal(whole.folder).find(each => each.key === attempt.key)?.state)
    .toBe(shown.toLowerCase().replace(' ', '_'));
  expect(await processorCharges(pool, [attempt.key])).toHaveLength(shown === 'Approved' ? 1 : 0);
  const { rows } = await pool.query(
    'SELECT count(*) AS entries FROM ledger_entry WHERE payment_key = $1',
    [attempt.key],
  );
  expect(rows[0].entries).toBe(shown === 'Approved' ? 1 : 0);
}

/** Gives the money back, so that the next payment finds the same bill. */
async function takeBack({ key }: JournalledAttempt): Promise<void> {
  const supervisor = await whole.backend.signIn('s.lindqvist');
  await supervisor.value('voidPayment', { params: { key }, body: { reason: 'the next test' } });
}

async function killAndComeBack(point: KillPoint): Promise<void> {
  await askedCallOn(whole);
  await whole.steps.takeCard(point.card ? cardWithoutFunds : approvedCard);
  await whole.steps.readPermission();
  const attempt = await killAt(point);
  deaths.push(attempt?.state);
  expect(point.diesAs).toContain(attempt?.state);

  const reachableAt = await comeBack(point);
  await whole.steps.signIn();
  if (attempt) {
    await whole.steps.waitForResult(/Approved|Declined|Not charged/);
    expect(performance.now() - reachableAt).toBeLessThan(TRUTH_WITHIN_MS);
    const shown = await whole.steps.result();
    expect(point.truth).toContain(shown);
    await whole.line.settled();
    await expectTruth(attempt, shown);
    if (shown === 'Approved') await takeBack(attempt);
  } else {
    await whole.desk.page.getByText('Caller verified').waitFor();
  }
  await expectBooksToAgree(whole.backend.pool);
  await whole.steps.wrapUp();
  await whole.backend.forgetFaults();
}

for (const point of points) {
  test(`killed ${point.name}, the desk comes back to the truth`, () => killAndComeBack(point));
}

test('the desk was killed in each part of a payment', () => {
  expect(new Set(deaths)).toEqual(new Set([undefined, 'ready', 'sent', 'unknown', 'approved']));
});
