import type { RouteReply } from '#shared/contract/route.ts';
import type { RouteName, routes } from '#shared/contract/routes.ts';
import type { AskOptions, BackendClient } from '../backend/client.ts';
import { BackendRefused } from '../backend/failures.ts';
import type { Session } from './session.ts';

const isSignedOut = (failure: unknown) =>
  failure instanceof BackendRefused && failure.code === 'signed_out';

/**
 * A client for what the desk asks by itself, with the workstation's token. That token ends, at the latest
 * thirty days after somebody signed in: then whoever is signed in speaks for the desk. A session that has ended, too, locks it, and the password brings both.
 */
export function orAsUser(backend: BackendClient, session: Session): BackendClient {
  async function asUser<Name extends RouteName>(
    ...[name, given, options]: Parameters<typeof backend.ask<Name>>
  ): Promise<RouteReply<(typeof routes)[Name]>> {
    const token = session.token();
    try {
      return await backend.ask(name, given, { ...options, token });
    } catch (failure) {
      if (isSignedOut(failure) && token === session.token()) session.lock();
      throw failure;
    }
  }
  return {
    async ask<Name extends RouteName>(
      name: Name,
      given: Parameters<typeof backend.ask<Name>>[1],
      options?: AskOptions,
    ): Promise<RouteReply<(typeof routes)[Name]>> {
      try {
        return await backend.ask(name, given, options);
      } catch (failure) {
        if (!isSignedOut(failure) || !session.token()) throw failure;
        return asUser(name, given, options);
      }
    },
  };
}
