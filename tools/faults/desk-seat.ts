import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { startChild } from './child.ts';
import type { DeskGiven } from './desk-child.ts';
import { openSeat, type Seat } from './seat.ts';

/** A desk in a process of its own, at whose door somebody sits. */
export interface DeskSeat extends Seat<'ready'> {
  readonly name: string;
  readonly userId: string;
  readonly folder: string;
  readonly key: string;
  /** Asks through the door, as a page does; throws `ChildGone` when the desk dies meanwhile. */
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
}

export interface DeskSeatOptions {
  readonly name: string;
  readonly userId: string;
  readonly folder: string;
  readonly backendUrl: string;
  readonly timeouts: DeskGiven['timeouts'];
}

const file = new URL('./desk-child.ts', import.meta.url);

export async function openDeskSeat(options: DeskSeatOptions): Promise<DeskSeat> {
  const { name, userId, backendUrl, timeouts } = options;
  const folder = join(options.folder, name);
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32).toString('hex');
  // Where a desk of the sandbox keeps it, for whoever looks into the files afterwards.
  writeFileSync(join(folder, 'sandbox.key'), key, { mode: 0o600 });
  const seat = await openSeat<'ready'>(clockAheadMs => {
    const given: DeskGiven = { backendUrl, folder, key, timeouts, clockAheadMs };
    return startChild(file, given, join(options.folder, `${name}.log`));
  });
  return {
    ...seat,
    name,
    userId,
    folder,
    key,
    ask: async (call, input) => (await seat.running()).ask('door', { name: call, input }),
  };
}
