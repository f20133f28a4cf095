import type { Role } from '#shared/access/roles.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { DeskUser } from '#shared/contract/session.ts';
import { Refused } from './refused.ts';

/** A signed-in person at a workstation. */
export interface Person {
  readonly role: Exclude<Role, 'workstation'>;
  readonly user: DeskUser;
  readonly workstationId: string;
  readonly sessionHash: Buffer;
  readonly expiresAt: Instant;
}

/** The desk itself, while nobody is signed in. */
export interface Workstation {
  readonly role: 'workstation';
  readonly workstationId: string;
}

export type Caller = Person | Workstation;

/** The person behind a call that a workstation alone may not make. */
export function personOf(caller: Caller): Person {
  if (caller.role === 'workstation') throw new Refused('not_allowed');
  return caller;
}
