import type { TFunction } from 'i18next';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import type { PaymentTrace } from '#shared/billing/payment-trace.ts';
import type { Refund } from '#shared/billing/refund.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import { sayDate, sayDatesIn } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';

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

function ofRefund(t: Words, refund: Refund): LifeEvent {
  const { refundKey, state, stateAt, amountCents, reason, stateWhy } = refund;
  const { decidedByName, decidedWhy, paidOut } = refund;
  return {
    id: refundKey,
    at: stateAt,
    what: t(`refund.${state}`, { amount: showMoney(amountCents) }),
    why: known([
      t('askedBy', { name: refund.askedByName, reason }),
      decidedByName && t('decidedBy', { name: decidedByName, reason: decidedWhy ?? '' }),
      stateWhy === decidedWhy ? null : stateWhy,
      paidOut &&
        t(`paidOut.${paidOut.way}`, {
          number: paidOut.number,
          on: sayDate('en', paidOut.paidOn),
          name: paidOut.paidByName,
        }),
    ]),
  };
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
  const { states, refunds, traces, receipts } = history;
  return [
    ...states.map(({ state, at, why }) => ({
      id: state,
      at,
      what: t(`states.${state}`),
      why: known([why && sayDatesIn('en', why)]),
    })),
    ...ofTries(t, history),
    ...refunds.map(refund => ofRefund(t, refund)),
    ...traces.flatMap(trace => ofTrace(t, trace)),
    ...receipts.map(({ by, to, askedAt, sentAt }) => ({
      id: askedAt,
      at: sentAt ?? askedAt,
      what: t(`receipt.${by}`, { to }),
      why: known([sentAt === null && t('notYetSent')]),
    })),
  ].sort((left, right) => left.at.localeCompare(right.at));
}
