import type { DeskParts } from '../desk/desk-parts.ts';
import { deskState } from '../desk/desk-state.ts';
import { logFailure } from '../log/log.ts';
import type { SomeHandlers } from './handlers.ts';

/** Signing in and out, locking, and the status line. */
export function sessionHandlers(
  desk: DeskParts,
): SomeHandlers<
  | 'desk.state'
  | 'session.signIn'
  | 'session.lock'
  | 'session.unlock'
  | 'session.signOut'
  | 'session.touch'
> {
  /** Somebody who comes in brings the desk a new token, with which it asks after everything again. */
  const catchUp = () => {
    desk.resolver.askNow().catch(failure => logFailure('resolver', failure));
    desk.outbox.catchUp();
  };
  return {
    'desk.state': () => deskState(desk),

    async 'session.signIn'({ userId, password }) {
      const user = await desk.session.signIn(userId, password);
      catchUp();
      return user;
    },

    async 'session.unlock'({ password }) {
      const user = await desk.session.unlock(password);
      catchUp();
      return user;
    },

    'session.lock'() {
      desk.session.lock();
      return null;
    },

    async 'session.signOut'() {
      await desk.session.signOut();
      return null;
    },

    'session.touch'() {
      desk.session.touch();
      return null;
    },
  };
}
