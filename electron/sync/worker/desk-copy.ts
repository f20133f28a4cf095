import { applyPage, type CheckedPage } from '#db/cache/apply-page.ts';
import { keepBalance } from '#db/cache/kept-balances.ts';
import { indexMirror } from '#db/cache/mirror-indexes.ts';
import { type MirrorStanding, mirrorStanding, moveMirror } from '#db/cache/mirror-standing.ts';
import { logFailure } from '../../log/log.ts';
import { createBackOff } from '../back-off.ts';
import {
  type Admission,
  type FromSync,
  type SyncStart,
  scopeOf,
  type ToSync,
} from '../messages.ts';
import { askPage, type PageAnswer } from './ask-page.ts';
import { createCacheFile } from './cache-file.ts';
import { createCircles } from './circles.ts';
import { faultOfFile } from './file-faults.ts';
import { createHearing } from './hearing.ts';
import { pruneDaily, tooOld } from './keeping.ts';
import { type Condition, createProgress } from './progress.ts';
import { atOnce, createResting, type Rest, untilTold } from './rest.ts';

type Refusal = Extract<PageAnswer, { kind: 'refused' }>;

/** Waiting longer than this for a backend that asks for it helps nobody. */
const LONGEST_RETRY_AFTER_MS = 15 * 60_000;
const MOST_RENEWALS = 3;

/** The desk's copy of the backend's records: pulled, kept up to date, thrown away when in doubt. */
export interface DeskCopy {
  hear(message: ToSync): void;
  /** Settles when it was told to close. */
  run(): Promise<void>;
}

export function createDeskCopy(start: SyncStart, tell: (message: FromSync) => void): DeskCopy {
  const { backendUrl, pace } = start;
  const resting = createResting();
  const backOff = createBackOff(pace.firstWaitMs, pace.longestWaitMs);
  const circles = createCircles();
  const condition: Condition = {
    isWanted: false,
    isPaused: false,
    isReached: false,
    isOtherVersion: false,
    trouble: null,
  };
  const progress = createProgress(condition, (number, state) =>
    tell({ kind: 'state', admission: number, state }),
  );
  const hearing = createHearing(backendUrl, pace, kind => {
    if (kind === 'session' && admission) tell({ kind: 'askSession', token: admission.token });
    resting.hear();
  });
  let admission: Admission | undefined;
  let readyFor = 0;
  let scopeRefusedFor = 0;
  let asking = new AbortController();
  let released = (): void => undefined;
  let wantsRenewal = false;
  let isClosing = false;
  let renewals = 0;
  const file = createCacheFile({
    options: start.file,
    mostBytes: pace.mostBytes,
    opened: rebuilt => tell({ kind: 'opened', rebuilt }),
    release: () =>
      new Promise(resolve => {
        released = resolve;
        tell({ kind: 'release' });
      }),
  });
  const prune = pruneDaily();

  const standing = () => {
    const db = file.current();
    return db && mirrorStanding(db);
  };

  /** Forgets everything and begins anew for whoever is admitted. */
  async function renew(): Promise<void> {
    const db = await file.renew();
    circles.forget();
    if (admission) moveMirror(db, { scope: scopeOf(admission) });
    readyFor = 0;
  }

  async function makeReady(mine: Admission): Promise<void> {
    const now = mirrorStanding(file.open());
    if (now.scope !== scopeOf(mine) || tooOld(now, mine.nowMs)) await renew();
    // Somebody else may have signed in while the file was waited for.
    if (mine !== admission) return;
    prune(file.open(), mine.nowMs);
    readyFor = mine.number;
    condition.isReached = standing()?.asOf === null;
    tell({ kind: 'ready', admission: mine.number });
  }

  function failed(atLeastMs = 0): Rest {
    condition.isReached = false;
    const ms = Math.max(backOff.next(), Math.min(atLeastMs, LONGEST_RETRY_AFTER_MS));
    return { ms, hears: false };
  }

  async function goneInCircles(now: MirrorStanding, what: string): Promise<Rest> {
    moveMirror(file.open(), { refusedCount: now.refusedCount + 1, refusedLast: what });
    const verdict = circles.again();
    if (verdict === 'wait') return failed();
    if (verdict === 'renew') {
      await renew();
      return atOnce;
    }
    condition.trouble = 'feed_in_circles';
    return failed(pace.longestWaitMs);
  }

  async function takePage(mine: Admission, page: CheckedPage, now: MirrorStanding): Promise<Rest> {
    if (page.since !== now.cursor)
      return await goneInCircles(now, 'page: does not begin where the copy ends');
    if (circles.leadsBack(page)) return await goneInCircles(now, 'page: leads nowhere new');
    const db = file.open();
    applyPage(db, page, pace.mostRows);
    circles.passed(page);
    backOff.reset();
    Object.assign(condition, { isReached: true, isOtherVersion: false, trouble: null });
    hearing.listen(mine.token);
    if (page.more) return atOnce;
    renewals = 0;
    if (!now.isIndexed) {
      indexMirror(db);
      file.checkpoint();
    }
    prune(db, page.asOf);
    return { ms: pace.pollMs, hears: true };
  }

  async function takeRefusal(mine: Admission, { code, retryAfterMs }: Refusal, isEmpty: boolean) {
    switch (code) {
      case 'wipe_ordered':
        await renew();
        return isEmpty ? failed() : atOnce;
      case 'cursor_refused':
        if (isEmpty) return failed();
        await renew();
        return atOnce;
      case 'scope_changed':
        if (scopeRefusedFor !== mine.number) await renew();
        scopeRefusedFor = mine.number;
        tell({ kind: 'askSession', token: mine.token });
        return failed();
      case 'signed_out':
        tell({ kind: 'askSession', token: mine.token });
        condition.isReached = false;
        return untilTold;
      case 'not_allowed':
        condition.isWanted = false;
        return untilTold;
      case 'protocol_mismatch':
        condition.isOtherVersion = true;
        return failed(pace.longestWaitMs);
      default:
        return failed(retryAfterMs);
    }
  }

  async function take(mine: Admission, answer: PageAnswer, now: MirrorStanding): Promise<Rest> {
    switch (answer.kind) {
      case 'page':
        return await takePage(mine, answer.page, now);
      case 'refused':
        return await takeRefusal(mine, answer, now.cursor === null);
      case 'other_version':
        condition.isOtherVersion = true;
        return failed(pace.longestWaitMs);
      default:
        return failed();
    }
  }

  async function step(): Promise<Rest> {
    const db = file.open();
    if (wantsRenewal) {
      wantsRenewal = false;
      await renew();
      return atOnce;
    }
    const mine = admission;
    if (!mine) return untilTold;
    if (readyFor !== mine.number) {
      await makeReady(mine);
      return atOnce;
    }
    const now = mirrorStanding(db);
    if (condition.isPaused && now.asOf === null) return untilTold;
    asking = new AbortController();
    const { signal } = asking;
    const timeoutMs = pace.pageTimeoutMs;
    const answer = await askPage({
      backendUrl,
      admission: mine,
      cursor: now.cursor,
      timeoutMs,
      signal,
    });
    // Asked for somebody who has gone, or for a copy that is not wanted any more.
    if (signal.aborted) return atOnce;
    return await take(mine, answer, now);
  }

  async function afterFault(failure: unknown): Promise<Rest> {
    const fault = faultOfFile(failure);
    if (fault !== 'file_damaged') {
      if (fault === null) logFailure('sync', failure);
      condition.trouble = fault;
      return failed();
    }
    renewals += 1;
    if (renewals <= MOST_RENEWALS) {
      try {
        await renew();
        return atOnce;
      } catch (again) {
        logFailure('sync', again);
      }
    }
    condition.trouble = fault;
    return failed(pace.longestWaitMs);
  }

  function showProgress(): void {
    const number = admission?.number ?? 0;
    try {
      progress.show(number, readyFor === number ? standing() : undefined);
    } catch {
      progress.show(number, undefined);
    }
  }

  function stopAsking(): void {
    asking.abort();
    resting.wake();
  }

  function keep({ scope, balance, nowMs, receipt }: Extract<ToSync, { kind: 'keepBalance' }>) {
    const db = file.current();
    // Kept for somebody whose file is still to be made ready, it would be wiped with it.
    if (!db || readyFor !== admission?.number) return;
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
          admission = message.admission;
          condition.isWanted = true;
          backOff.reset();
          stopAsking();
          break;
        case 'dismiss':
          admission = undefined;
          condition.isWanted = false;
          hearing.end();
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
          wantsRenewal = true;
          stopAsking();
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
        const rest = await step().catch(afterFault);
        showProgress();
        if (!isClosing) await resting.rest(rest);
      }
      hearing.end();
      progress.end();
      file.close();
    },
  };
}
