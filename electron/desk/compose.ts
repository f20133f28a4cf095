import type { WriteDb } from '#db/handles.ts';
import { deskIdentity, keepWorkstationToken } from '#db/journal/identity.ts';
import { readSetting, writeSetting } from '#db/journal/settings.ts';
import { createWords } from '#shared/words/words.ts';
import { createHandOver } from '../audit/hand-over.ts';
import { createLocalAudit } from '../audit/local-audit.ts';
import { agreeFirst } from '../backend/agree-first.ts';
import { createBackendClient } from '../backend/client.ts';
import { noticeSilence } from '../backend/notice-silence.ts';
import { watchStanding } from '../backend/standing.ts';
import { patientTimeouts } from '../backend/timeouts.ts';
import { createBalanceShelf } from '../call/balance-shelf.ts';
import { createBalances } from '../call/balances.ts';
import { createCallBook } from '../call/call-book.ts';
import { createHoldCall } from '../call/hold-call.ts';
import { sandboxRecorder } from '../call/recording.ts';
import { createCaptured } from '../capture/captured.ts';
import { createExports } from '../exports/exports.ts';
import { createUnfinished } from '../exports/unfinished.ts';
import { createKeptBook } from '../kept/kept-book.ts';
import { createOpenedLinks } from '../links/opened-links.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createOutboxShelf } from '../outbox/outbox-shelf.ts';
import { createAttemptBook } from '../payments/attempt-book.ts';
import { createRefundBook } from '../payments/refund-book.ts';
import { createResolver } from '../payments/resolver.ts';
import { createVoidBook } from '../payments/void-book.ts';
import { asUser } from '../session/as-user.ts';
import { learnSession } from '../session/learn-session.ts';
import { orAsUser } from '../session/or-as-user.ts';
import { createSession } from '../session/session.ts';
import { sandboxSignIn } from '../session/sign-in.ts';
import { copiedRecords } from '../sync/copied-records.ts';
import { usualPace } from '../sync/messages.ts';
import { createSync } from '../sync/sync.ts';
import { alwaysGoOn } from './always-go-on.ts';
import { systemClock } from './clock.ts';
import { createDeskClock, Moved } from './desk-clock.ts';
import type { DeskOptions } from './desk-options.ts';
import type { DeskParts } from './desk-parts.ts';
import { createNews } from './news.ts';
import { openFiles } from './open-files.ts';
import { createTurns } from './turns.ts';

/** A composed desk: its parts, and the journal to be closed at the end. */
export interface ComposedDesk extends DeskParts {
  readonly journal: WriteDb;
  /** Adds what must happen when the desk locks. */
  onLock(run: () => void): void;
}

/** Builds the desk without its windows, from its two files up. Nothing runs until it is started. */
export function composeDesk(options: DeskOptions): ComposedDesk {
  const { backendUrl, sandbox, version, timeouts = patientTimeouts } = options;
  const { clock: real = systemClock } = options;
  const { journal, cache } = openFiles(options);
  const news = createNews();
  const clock = createDeskClock({
    real,
    sandbox,
    moved: Moved.safeParse(readSetting(journal, 'moved')).data,
    onMoved(moved) {
      alwaysGoOn('clock', () => writeSetting(journal, 'moved', moved));
      for (const what of ['desk', 'call', 'balance'] as const) news.tell(what);
      sync.askNow();
    },
  });
  const turns = createTurns();
  const words = { en: createWords('en'), es: createWords('es') };
  const captured = createCaptured();
  const locked: (() => void)[] = [() => captured.forget(), () => exports.stop('export_locked')];
  const plainBackend = agreeFirst(createBackendClient(backendUrl, timeouts), clock.follow);
  const session = createSession({
    signIn: sandboxSignIn(plainBackend, deskIdentity(journal)?.workstationId ?? ''),
    // Who walks away is away for real minutes, whatever day a sandbox is moved to.
    clock: real,
    news,
    keepWorkstationToken: token => keepWorkstationToken(journal, token),
    onAdmit: (user, token) => sync.admit(user, token),
    onLeave: () => sync.dismiss(),
    onLock: () => {
      for (const run of locked) alwaysGoOn('lock', run);
    },
  });
  const audit = createLocalAudit(journal, clock);
  locked.push(() => {
    const userId = session.user()?.userId;
    if (userId) audit.write({ userId, action: 'locked', subjectKind: 'session', subject: userId });
  });
  const unfinished = createUnfinished({
    read: () => readSetting(journal, 'unfinishedFiles'),
    write: paths => writeSetting(journal, 'unfinishedFiles', paths),
  });
  const exports = createExports({
    backendUrl,
    workerFile: options.exportWorker,
    sandbox,
    silenceMs: timeouts.paymentMs,
    session,
    backend: plainBackend,
    clock,
    news,
    words: words.en,
    unfinished,
  });
  const standing = watchStanding(plainBackend, news, clock);
  const backend = asUser(noticeSilence(plainBackend, standing), session);
  const sync = createSync({
    start: { backendUrl, file: cache, pace: { ...usualPace, ...options.pace } },
    workerFile: options.syncWorker,
    clock,
    news,
    askSession: token => learnSession(backend, session, token),
    onChanged: () => {
      resolver.hint();
      news.tell('changes');
    },
  });
  const ownBackend = orAsUser(plainBackend, session);
  const attempts = createAttemptBook(journal, clock, news);
  const voids = createVoidBook(journal, clock);
  const token = () => deskIdentity(journal)?.workstationToken ?? undefined;
  const refunds = createRefundBook(journal, clock, news);
  const own = { backend: ownBackend, token, turns, session, clock };
  const asking = { ...own, book: attempts, voids, refunds, userBackend: backend };
  const resolver = createResolver(asking);
  const calls = createCallBook(journal, clock);
  return {
    version,
    backendUrl,
    sandbox,
    clock,
    timeouts,
    news,
    turns,
    words,
    plainBackend,
    backend,
    standing,
    session,
    audit,
    calls,
    holdCall: createHoldCall({ backend: plainBackend, session, calls, news }),
    kept: createKeptBook(journal),
    attempts,
    voids,
    refunds,
    balances: createBalances(backend, createBalanceShelf(sync, session, clock)),
    captured,
    recorder: sandboxRecorder(),
    resolver,
    handOver: createHandOver(journal, ownBackend, token),
    exports,
    unfinished,
    outbox: createOutbox({
      // Never in the name of whoever is signed in: what is owed may be somebody else's.
      backend: plainBackend,
      shelf: createOutboxShelf(journal, clock),
      news,
      token,
    }),
    sync,
    records: copiedRecords(sync, clock),
    links: createOpenedLinks(news),
    journal,
    onLock: run => void locked.push(run),
  };
}
