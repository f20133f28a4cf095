import type { DeskUser } from '#shared/contract/session.ts';
import { Refused } from '../http/refused.ts';
import type { BackendParts } from '../server.ts';
import { signInRefusals } from './sign-in.ts';
import { noteSignIn } from './sign-in-events.ts';

interface Tried {
  readonly userId: string;
  readonly password: string;
  readonly workstationId: string;
  /** Where it was tried from; that of the workstation when left out. */
  readonly address?: string;
}

/** Tells who somebody is; a try that fails counts towards the lock, and is on record (PCI DSS 8.3.4, 10.2.1.4). */
export async function identified(
  { db, clock, signIn }: Pick<BackendParts, 'db' | 'clock' | 'signIn'>,
  { userId, password, ...from }: Tried,
): Promise<DeskUser> {
  return signIn.identify(userId, password).catch(async error => {
    const outcome = signInRefusals.find(code => error instanceof Refused && error.code === code);
    if (outcome) await noteSignIn(db, { kind: 'sign_in', userId, ...from, outcome }, clock());
    throw error;
  });
}
