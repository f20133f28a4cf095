import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** A process of ours that can be asked things, and killed. */
export interface Child<Ready> {
  readonly ready: Ready;
  /** Comes when the process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Throws `ChildGone` when the process ends before it has answered. */
  ask<Answer>(name: string, input?: unknown): Promise<Answer>;
  /** Ends it at once, as a crash or a power cut would; comes back when it is gone. */
  kill(): Promise<void>;
}

export class ChildGone extends Error {}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Heard {
  readonly ready?: unknown;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts `file` as a process of its own and waits until it says that it is ready. */
export async function startChild<Ready>(
  file: URL,
  given: unknown,
  logFile: string,
): Promise<Child<Ready>> {
  const log = openSync(logFile, 'a');
  const child = fork(file, [JSON.stringify(given)], {
    execArgv: [],
    // A terminal's interrupt is for the parent, which ends its children in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  // Under 0: who waits for the start itself.
  const waiting = new Map<number, Waiter>();
  const answerTo = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  let asked = 0;
  let isGone = false;
  child.on('message', ({ ready, id = 0, value = ready, error }: Heard) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  });
  const ended = once(child, 'exit').then(() => {
    isGone = true;
    const gone = new ChildGone(`The process ended; its last words are in ${logFile}.`);
    for (const waiter of waiting.values()) waiter.reject(gone);
    waiting.clear();
  });
  return {
    ready: (await answerTo(0)) as Ready,
    ended,
    ask<Answer>(name: string, input?: unknown) {
      if (isGone) return Promise.reject(new ChildGone('The process has ended.'));
      const id = ++asked;
      const answer = answerTo(id) as Promise<Answer>;
      child.send({ id, name, input }, () => undefined);
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
