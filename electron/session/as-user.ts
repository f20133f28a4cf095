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
      try {
        return await backend.ask(name, given, { ...options, token: session.token() });
      } catch (failure) {
        if (failure instanceof BackendRefused && failure.code === 'signed_out') session.lock();
        throw refusalOf(failure);
      }
    },
  };
}

export type UserClient = ReturnType<typeof asUser>;
