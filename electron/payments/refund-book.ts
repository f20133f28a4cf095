import type { WriteDb } from '#db/handles.ts';
import { addAudit } from '#db/journal/audit.ts';
import { addCallEvent } from '#db/journal/call-events.ts';
import {
  answerRefund,
  openRefunds,
  putRefundAsked,
  type RefundAnswer,
  type RefundAsked,
  readRefundAsked,
} from '#db/journal/refunds-asked.ts';
import { inTransaction } from '#db/query.ts';
import type { RefundKey } from '#shared/billing/refund.ts';
import { type Clock, nowOf } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { Refused } from '../desk/refused.ts';
import { waitBeforeAsking } from './waits.ts';

/** Refunds that were asked for at this desk, until the backend has said what became of them. */
export interface RefundBook {
  /** Committed with the call's log and the audit before the backend hears of it; another wish under its key is refused. */
  commit(wish: Omit<RefundAsked, 'askedAt'>): void;
  /** What became of it; said once, again changes nothing. */
  answer(refundKey: RefundKey, state: RefundAnswer): void;
  open(): RefundAsked[];
  /** Open ones whose time to be asked after has come. */
  due(): RefundAsked[];
  askLater(refundKey: RefundKey): void;
}

const SUBJECT = 'payment_attempt';

export function createRefundBook(journal: WriteDb, clock: Clock, news: News): RefundBook {
  // By a clock that nobody sets: the wish itself is in the journal, only its turn is not.
  const turns = new Map<RefundKey, { tries: number; nextAt: number }>();
  const changed = () => {
    for (const event of ['call', 'balance'] as const) news.tell(event);
  };
  return {
    commit(wish) {
      const { refundKey, paymentKey, userId, callId } = wish;
      const at = nowOf(clock);
      inTransaction(journal, () => {
        if (!putRefundAsked(journal, { ...wish, askedAt: at })) {
          const kept = readRefundAsked(journal, refundKey);
          const isSame =
            kept?.paymentKey === paymentKey &&
            kept.amountCents === wish.amountCents &&
            kept.reason === wish.reason;
          if (!isSame) throw new Refused('key_reused');
          return;
        }
        addAudit(journal, {
          at,
          userId,
          action: 'refund_asked',
          subjectKind: SUBJECT,
          subject: paymentKey,
        });
        if (callId) addCallEvent(journal, callId, { at, kind: 'refund_asked', about: paymentKey });
      });
      turns.set(refundKey, { tries: 0, nextAt: performance.now() + waitBeforeAsking(0) });
      changed();
    },
    answer(refundKey, state) {
      const at = nowOf(clock);
      inTransaction(journal, () => {
        const callId = readRefundAsked(journal, refundKey)?.callId;
        if (!answerRefund(journal, refundKey, state, at) || !callId) return;
        addCallEvent(journal, callId, { at, kind: 'refund', about: state });
      });
      turns.delete(refundKey);
      changed();
    },
    open: () => openRefunds(journal),
    due: () =>
      openRefunds(journal).filter(
        ({ refundKey }) => (turns.get(refundKey)?.nextAt ?? 0) <= performance.now(),
      ),
    askLater(refundKey) {
      const tries = (turns.get(refundKey)?.tries ?? 0) + 1;
      turns.set(refundKey, { tries, nextAt: performance.now() + waitBeforeAsking(tries) });
    },
  };
}
