import type { TFunction } from 'i18next';
import type { Instant } from '../calendar/dates.ts';
import { sayDate, sayDatesIn } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import type { AskedApproval } from './approval.ts';
import type { FollowedRefund, PaymentHistory } from './payment-history.ts';
import type { PaymentTrace } from './payment-trace.ts';
import { sayMover } from './say-mover.ts';

export interface LifeEvent {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  /** Who and why, where somebody or a reason is known. */
  readonly why: readonly string[];
}

type Words = TFunction<'afterPayment'>;
const known = (texts: readonly (string | null | false)[]): string[] =>
  texts.filter(text => typeof text === 'string');

/** That it was asked for, and how it stands since, where that is something else. */
function ofRefund(t: Words, refund: FollowedRefund): LifeEvent[] {
  const { refundKey, state, stateAt, amountCents, reason, stateWhy } = refund;
  const { decidedByName, decidedWhy, paidOut, byName } = refund;
  const amount = showMoney(amountCents);
  const waits = state === 'requested';
  const asked = {
    id: `${refundKey} asked`,
    at: refund.askedAt,
    what: t(waits ? 'refund.requested' : 'refundAsked', { amount }),
    why: [t('askedBy', { name: refund.askedByName, reason })],
  };
  if (waits) return [asked];
  const isNamed = byName !== null && [decidedByName, paidOut?.paidByName].includes(byName);
  const stands = {
    id: refundKey,
    at: stateAt,
    what: t(`refund.${state}`, { amount }),
    why: known([
      decidedByName && t('decidedBy', { name: decidedByName, reason: decidedWhy ?? '' }),
      isNamed ? null : sayMover(t, refund),
      stateWhy === decidedWhy ? null : stateWhy,
      paidOut &&
        t(`paidOut.${paidOut.way}`, {
          number: paidOut.number,
          on: sayDate('en', paidOut.paidOn),
          name: paidOut.paidByName,
        }),
    ]),
  };
  return [asked, stands];
}

/** What a second person was asked beside refunds, and what they said. */
function ofApproval(t: Words, asked: AskedApproval): LifeEvent[] {
  const { approvalId, kind, askedAt, askedByName, reason, decided } = asked;
  if (kind !== 'late_void' && kind !== 'override') return [];
  const begun = {
    id: approvalId,
    at: askedAt,
    what: t(`secondPerson.${kind}`),
    why: [t('askedBy', { name: askedByName, reason })],
  };
  if (!decided || (asked.state !== 'approved' && asked.state !== 'declined')) return [begun];
  const what = t(`secondPerson.${kind}_${asked.state}`);
  const why = [t('decidedBy', { name: decided.byName, reason: decided.why })];
  return [begun, { id: `${approvalId} decided`, at: decided.at, what, why }];
}

/** The tries before and after this one, where it came back for want of funds. */
function ofTries(t: Words, { tries }: PaymentHistory): LifeEvent[] {
  return tries.map(({ key, isFirst, state, takenAt, confirmation }) => ({
    id: key,
    at: takenAt,
    what: t(isFirst ? 'firstTry' : 'anotherTry', { state: t(`states.${state}`) }),
    why: known([confirmation && t('confirmation', { confirmation })]),
  }));
}

function ofTrace(t: Words, trace: PaymentTrace): LifeEvent[] {
  const { traceId, openedAt, openedByName, note, closed } = trace;
  const opened = {
    id: traceId,
    at: openedAt,
    what: t('trace', { name: openedByName }),
    why: [note],
  };
  if (!closed) return [opened];
  const why = [t('by', { name: closed.byName, reason: closed.reason })];
  const what = t(`traceClosed.${closed.finding}`);
  return [opened, { id: `${traceId} closed`, at: closed.at, what, why }];
}

/** Everything that happened to a payment in one line of time: states, tries, refunds, traces, receipts. */
export function lifeEvents(t: Words, history: PaymentHistory): LifeEvent[] {
  const { states, refunds, traces, receipts, approvals } = history;
  return [
    ...states.map(each => ({
      id: each.state,
      at: each.at,
      what: t(`states.${each.state}`),
      why: known([sayMover(t, each), each.why && sayDatesIn('en', each.why)]),
    })),
    ...ofTries(t, history),
    ...refunds.flatMap(refund => ofRefund(t, refund)),
    ...approvals.flatMap(asked => ofApproval(t, asked)),
    ...traces.flatMap(trace => ofTrace(t, trace)),
    ...receipts.map(({ by, to, askedAt, sentAt }) => ({
      id: askedAt,
      at: sentAt ?? askedAt,
      what: t(`receipt.${by}`, { to }),
      why: known([sentAt === null && t('notYetSent')]),
    })),
  ].sort((left, right) => left.at.localeCompare(right.at));
}
