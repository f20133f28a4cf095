import { log } from '../log/log.ts';
import type { UserClient } from './as-user.ts';
import type { Session } from './session.ts';

/**
 * Asks the backend who is signed in, and takes over what it says: another role, other regions, or, by
 * the way the client asks, that the session has ended. `token` is the session that gave reason to ask.
 */
export async function learnSession(
  backend: UserClient,
  session: Session,
  token: string,
): Promise<void> {
  if (session.token() !== token) return;
  try {
    const { user } = await backend.ask('currentSession', {});
    if (session.token() === token) session.takeOver(user);
  } catch {
    // Ended, it has locked the desk; unreachable, the worker asks again and gives the same reason.
    log('session not learnt');
  }
}
