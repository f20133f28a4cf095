import { setTimeout as wait } from 'node:timers/promises';
import type { Stream } from '#backend/seed/draws/stream.ts';
import { summarise } from '#shared/balance/summarise.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { isOpen, type PaymentState } from '#shared/payments/states.ts';
import { canPay } from '#shared/stored/stored-method.ts';
import { captureCard, comeIn, hangUp, Told, takeCall, value } from './at-the-desk.ts';
import { drawnAccount } from './bank-accounts.ts';
import { approvedCard, declinedCard } from './cards.ts';
import { ChildGone } from './child.ts';
import { agree, captureAccount } from './debit.ts';
import type { DeskSeat } from './desk-seat.ts';
import { type Expected, expectMoney } from './expect.ts';
import type { Payer } from './people.ts';
import type { Quota } from './quota.ts';

interface Work {
  readonly desk: DeskSeat;
  readonly stream: Stream;
  readonly payers: readonly Payer[];
  readonly quota: Quota;
  /** What this person is shown of each attempt. */
  readonly shown: Map<string, PaymentState>;
  /** What callers were told is noted as coming. */
  readonly expected: Expected;
  /** Told before each submission, so that something can go wrong around it. */
  readonly beforeSubmit: () => void;
}

/** The first few of the payers are called about again and again, at every desk. */
const CALLED_OFTEN = 4;
const today = (): CalendarDate => dateIn('UTC', instantOf(Date.now()));

/** What is owed, as the caller is told it; null for a guest, who hears nothing. */
async function totalTold(desk: DeskSeat, isGuest: boolean): Promise<Cents | null> {
  if (isGuest) return null;
  const { balance } = await value(desk, 'balance.read', null);
  return summarise(balance, today()).openCents;
}

/** After a payment: asks, waits or goes on while the outcome is open; sometimes takes it back. */
async function follow({ desk, stream }: Work, attempt: Attempt): Promise<void> {
  if (attempt.state === 'approved' && stream.chance(80)) {
    await desk.ask('payments.void', { key: attempt.key, reason: 'The caller wants it back' });
  }
  if (!isOpen(attempt.state)) return;
  const patience = stream.pick(['ask', 'wait', 'go on'] as const);
  if (patience === 'ask') await value(desk, 'payments.askNow', null);
  if (patience === 'wait') await wait(stream.int(50, 800));
}

/** The caller's newest card that is kept and can pay. */
async function keptCard(desk: DeskSeat): Promise<string | undefined> {
  const { methods } = await value(desk, 'storedMethods.list', null);
  return methods.find(each => each.method.kind === 'card' && canPay(each))?.methodId;
}

/** A card: of those who are verified some want theirs kept, and those that are kept pay again and again. */
async function takeCard(desk: DeskSeat, stream: Stream, isGuest: boolean): Promise<void> {
  const isDeclined = stream.chance(120);
  const [usesKept, keeps] = [stream.chance(800), stream.chance(800)];
  const methodId = usesKept && !isGuest ? await keptCard(desk) : undefined;
  if (methodId) return void (await value(desk, 'storedMethods.choose', { methodId }));
  await captureCard(desk, isDeclined ? declinedCard(stream) : approvedCard(stream));
  if (keeps && !isGuest && !isDeclined) await value(desk, 'storedMethods.keep', { language: 'en' });
}

/** What is paid with: of those who are verified about half pay by debit, which makes a third of all. */
async function capture({ desk, stream }: Work, isGuest: boolean, amount: Cents): Promise<void> {
  if (!isGuest && stream.chance(550)) {
    await captureAccount(desk, drawnAccount(stream));
    await agree(desk, amount);
  } else {
    await takeCard(desk, stream, isGuest);
  }
}

/** One payment on the open call; gives false once there are enough of them. */
async function pay(work: Work, isGuest: boolean, paid: Set<number>): Promise<boolean> {
  const { desk, stream, quota } = work;
  let amount = stream.int(1, 400);
  while (paid.has(amount)) amount = stream.int(1, 400);
  paid.add(amount);
  await capture(work, isGuest, cents(amount));
  const totalSeenCents = await totalTold(desk, isGuest);
  if (!quota.take()) return false;
  let attempt: Attempt;
  try {
    work.beforeSubmit();
    attempt = await value(desk, 'payments.submit', {
      amountCents: cents(amount) as never,
      allocation: 'oldest_first',
      duplicateAcknowledged: stream.chance(900),
      totalSeenCents,
    });
  } finally {
    quota.done();
  }
  work.shown.set(attempt.key, attempt.state);
  await follow(work, attempt);
  return true;
}

/** A call with one to eight payments, about somebody called often or anybody. */
async function oneCall(work: Work): Promise<void> {
  const { desk, stream, payers } = work;
  await comeIn(desk);
  await hangUp(desk);
  const often = payers.slice(0, CALLED_OFTEN);
  const payer = stream.pick(stream.chance(200) ? often : payers);
  const isGuest = stream.chance(400);
  await takeCall(desk, payer, isGuest);
  const sendsMoney = stream.chance(400);
  // The first of the verified always does: else a short storm may end without anything to arrive.
  if (!isGuest && (sendsMoney || work.expected.size === 0)) {
    await expectMoney(desk, stream, work.expected);
  }
  const paid = new Set<number>();
  for (let left = stream.int(1, 8); left > 0; left -= 1) {
    if (!(await pay(work, isGuest, paid))) return;
  }
  await hangUp(desk);
}

/** Takes calls until there are enough attempts; whatever goes wrong, the next call is taken. */
export async function workTheDesk(work: Work, signal: AbortSignal): Promise<void> {
  while (!work.quota.isFilled()) {
    signal.throwIfAborted();
    try {
      await oneCall(work);
    } catch (trouble) {
      if (trouble instanceof ChildGone) await work.desk.running();
      else if (trouble instanceof Told) await wait(work.stream.int(10, 120));
      else throw trouble;
    }
  }
}
