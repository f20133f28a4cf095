import { keepBalance } from '#db/cache/kept-balances.ts';
import { mirrorStanding } from '#db/cache/mirror-standing.ts';
import { logFailure } from '../../log/log.ts';
import type { FromSync, SyncStart, ToSync } from '../messages.ts';
import { afterFault } from './after-fault.ts';
import { askPage } from './ask-page.ts';
import { assembleCopy } from './assemble-copy.ts';
import { makeReady, renewCopy } from './make-ready.ts';
import { atOnce, createResting, type Rest, untilTold } from './rest.ts';
import { takeAnswer } from './take-answer.ts';

/** The desk's copy of the backend's records: pulled, kept up to date, thrown away when in doubt. */
export interface DeskCopy {
  hear(message: ToSync): void;
  /** Settles when it was told to close. */
  run(): Promise<void>;
}

export function createDeskCopy(start: SyncStart, tell: (message: FromSync) => void): DeskCopy {
  const resting = createResting();
  let released = (): void => undefined;
  const copy = assembleCopy(start, tell, resting.hear, orderRenewal, run => {
    released = run;
  });
  const { file, condition, pace, backendUrl } = copy;
  let asking = new AbortController();
  let wantsRenewal = false;
  let isClosing = false;

  async function step(): Promise<Rest> {
    const db = file.open();
    if (wantsRenewal) {
      await renewCopy(copy);
      wantsRenewal = false;
      return atOnce;
    }
    const mine = copy.admission;
    if (!mine) return untilTold;
    if (copy.readyFor !== mine.number) {
      await makeReady(copy, mine);
      return atOnce;
    }
    const now = mirrorStanding(db);
    if (condition.isPaused && now.asOf === null) return untilTold;
    asking = new AbortController();
    const { signal } = asking;
    const { pageTimeoutMs: timeoutMs } = pace;
    const { cursor } = now;
    const answer = await askPage({ backendUrl, admission: mine, cursor, timeoutMs, signal });
    // Asked for somebody who has gone, or for a copy that is not wanted any more.
    return signal.aborted ? atOnce : await takeAnswer(copy, mine, answer, now);
  }

  function showProgress(): void {
    const number = copy.admission?.number ?? 0;
    try {
      const db = file.current();
      copy.progress.show(number, db && copy.readyFor === number ? mirrorStanding(db) : undefined);
    } catch {
      copy.progress.show(number, undefined);
    }
  }

  function stopAsking(): void {
    asking.abort();
    resting.wake();
  }

  function orderRenewal(): void {
    wantsRenewal = true;
    stopAsking();
  }

  function keep({ scope, balance, nowMs, receipt }: Extract<ToSync, { kind: 'keepBalance' }>) {
    const db = file.current();
    // Kept for somebody whose file is still to be made ready, it would be wiped with it.
    if (!db || copy.readyFor !== copy.admission?.number) return;
    try {
      keepBalance(db, scope, balance, nowMs);
      tell({ kind: 'kept', receipt });
    } catch (failure) {
      logFailure('sync', failure);
    }
  }

  return {
    hear(message) {
      switch (message.kind) {
        case 'admit':
          copy.admission = message.admission;
          condition.isWanted = true;
          copy.backOff.reset();
          stopAsking();
          break;
        case 'dismiss':
          copy.admission = undefined;
          condition.isWanted = false;
          copy.hearing.end();
          stopAsking();
          break;
        case 'pause':
          condition.isPaused = true;
          stopAsking();
          break;
        case 'resume':
          condition.isPaused = false;
          resting.wake();
          break;
        case 'rebuild':
          orderRenewal();
          break;
        case 'keepBalance':
          keep(message);
          break;
        case 'released':
          released();
          break;
        case 'close':
          isClosing = true;
          stopAsking();
          break;
      }
    },

    async run() {
      while (!isClosing) {
        const rest = await step().catch(failure => afterFault(copy, failure));
        showProgress();
        if (!isClosing) await resting.rest(rest);
      }
      copy.hearing.end();
      copy.progress.end();
      file.close();
    },
  };
}
