import { setTimeout as wait } from 'node:timers/promises';
import type { Fault as ProcessorFault } from '#backend/sandbox/processor/faults.ts';
import type { DeskEvent } from '#shared/desk/calls.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import { isPayment } from '#tools/faults/fault-line.ts';
import type { LineFault } from '#tools/faults/line-faults.ts';
import type { WholeDesk } from './e2e-desk.ts';
import { attemptsInJournal } from './journal-of.ts';

/** A point of a payment at which the desk is killed. */
export interface KillPoint {
  readonly name: string;
  /** Before the key that confirms: what is to happen on the way. */
  arrange(whole: WholeDesk): Promise<void>;
  /** After it: comes when the point is reached, which may be that the desk is gone. */
  reached(whole: WholeDesk, gone: Promise<unknown>): Promise<unknown>;
  /** What the journal may say of the attempt at the moment of death; nothing where none was written. */
  readonly diesAs: readonly (PaymentState | undefined)[];
  /** What the desk may show when it is back. */
  readonly truth: readonly string[];
  readonly card?: 'declined';
  /** The backend cannot be reached when the desk comes back. */
  readonly backendAway?: true;
}

const STEP_MS = 4;
const LONGEST_MS = 10_000;

async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  for (const last = Date.now() + LONGEST_MS; !(await isReached()); await wait(STEP_MS)) {
    if (Date.now() > last) throw new Error('The point was never reached.');
  }
}

type Asked = (method: string, path: string) => boolean;

const isBalance: Asked = (_, path) => path.endsWith('/balance');
const isAskedByKey: Asked = (method, path) => method === 'GET' && path.startsWith('/v1/payments/');
const isClosing: Asked = (_, path) => path.endsWith('/abandon');

type Rest = Omit<KillPoint, 'name' | 'arrange' | 'reached'>;

/** Killed when a request meets this on the line. */
export function onTheLine(name: string, fault: LineFault, asked: Asked, rest: Rest): KillPoint {
  let before = 0;
  return {
    name,
    ...rest,
    async arrange({ line }) {
      before = line.happened(fault);
      line.next(fault, asked);
    },
    reached: ({ line }) => until(() => line.happened(fault) > before),
  };
}

/** Killed when a later request, after the payment itself met a fault, meets one. */
export function afterwards(
  name: string,
  first: LineFault,
  then: readonly [LineFault, Asked],
  rest: Rest,
): KillPoint {
  const payment = onTheLine(name, first, isPayment, rest);
  const later = onTheLine(name, ...then, rest);
  return {
    ...payment,
    async reached(whole, gone) {
      await payment.reached(whole, gone);
      await later.arrange(whole);
      await later.reached(whole, gone);
    },
  };
}

/** Killed when the processor commits this fault on the charge. */
export function atTheProcessor(name: string, kind: ProcessorFault['kind'], rest: Rest): KillPoint {
  return {
    name,
    ...rest,
    arrange: ({ backend }) => backend.orderFault({ kind, on: 'charge', delayMs: 400 }),
    reached: ({ backend }) => until(async () => ((await backend.faults())[0]?.happened ?? 0) > 0),
  };
}

/** Killed by itself, before the desk's page hears this piece of news for the so-manieth time. */
export function beforeNews(name: string, news: DeskEvent, times: number, rest: Rest): KillPoint {
  return {
    name,
    ...rest,
    async arrange({ desk }) {
      await desk.app.evaluate(
        ({ BrowserWindow }, given) => {
          const [window] = BrowserWindow.getAllWindows();
          if (!window) throw new Error('There is no window.');
          const send = window.webContents.send.bind(window.webContents);
          let left = given.times;
          window.webContents.send = (channel: string, event: string) => {
            if (event === given.news) left -= 1;
            if (left === 0) process.kill(process.pid, 'SIGKILL');
            send(channel, event);
          };
        },
        { news, times },
      );
    },
    reached: (_whole, gone) => gone,
  };
}

/** Killed so long after the key that confirms. */
export function later(ms: number, rest: Rest): KillPoint {
  const name = `${ms} ms after the key`;
  return { name, ...rest, arrange: async () => undefined, reached: () => wait(ms) };
}

/** Killed when the newest attempt is in this state in the journal, after the payment met a fault. */
export function inState(
  name: string,
  state: PaymentState,
  fault: LineFault | undefined,
  rest: Rest,
): KillPoint {
  let before = 0;
  return {
    name,
    ...rest,
    async arrange({ line, folder }) {
      before = attemptsInJournal(folder).length;
      if (fault) line.next(fault, isPayment);
    },
    reached: ({ folder }) => until(() => attemptsInJournal(folder)[before]?.state === state),
  };
}

export { isAskedByKey, isBalance, isClosing };
