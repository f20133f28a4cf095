import type { RouteReply } from '#shared/contract/route.ts';
import type { RouteName, routes } from '#shared/contract/routes.ts';
import type { AskOptions, BackendClient } from '../backend/client.ts';
import { BackendRefused } from '../backend/failures.ts';
import { refusalOf } from '../backend/refusal-of.ts';
import type { Session } from './session.ts';

/**
 * A client that speaks for whoever is signed in. A session the backend no longer knows locks the desk:
 * the work stays, the password is asked for again.
 */
export function asUser(backend: BackendClient, session: Session) {
  return {
    async ask<Name extends RouteName>(
      name: Name,
      given: Parameters<typeof backend.ask<Name>>[1],
      options: AskOptions = {},
    ): Promise<RouteReply<(typeof routes)[Name]>> {
      const token = session.token();
      try {
        return await backend.ask(name, given, { ...options, token });
      } catch (failure) {
        const ended = failure instanceof BackendRefused && failure.code === 'signed_out';
        // A late answer to a session that has gone says nothing of the one after it.
        if (ended && token === session.token()) session.lock();
        throw refusalOf(failure);
      }
    },
  };
}

export type UserClient = ReturnType<typeof asUser>;
