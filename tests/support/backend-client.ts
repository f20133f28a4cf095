import { randomUUID } from 'node:crypto';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import {
  FILE_MEDIA_TYPE,
  problemsOf,
  type Route,
  type RouteInput,
  type RouteReply,
} from '#shared/contract/route.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import type { Session } from '#shared/contract/session.ts';

type Routes = typeof routes;

/** Only what a route takes: `undefined` parts are left out, brands are not asked of a test. */
type Loose<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends object
      ? { [Key in keyof Value]: Loose<Value[Key]> }
      : Value;
export type Ask<Name extends RouteName> = Partial<Loose<RouteInput<Routes[Name]>>>;

export type Answer<Value> =
  | { readonly ok: true; readonly status: number; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

/** Asks a route of the contract over real HTTP, as whoever holds `token`; throws at an answer outside it. */
export async function askRoute<Name extends RouteName>(
  backendUrl: string,
  name: Name,
  asked: Ask<Name>,
  token?: string,
): Promise<Answer<RouteReply<Routes[Name]>>> {
  const route: Route = routes[name];
  const parts = asked as { params?: object; query?: object; headers?: object; body?: unknown };
  const path = Object.entries(parts.params ?? {}).reduce(
    (filled, [key, value]) => filled.replace(`:${key}`, encodeURIComponent(String(value))),
    route.path,
  );
  const query = new URLSearchParams(parts.query as Record<string, string>);
  const response = await fetch(`${backendUrl}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: route.method,
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(parts.body !== undefined && {
        'content-type': route.fileBody ? FILE_MEDIA_TYPE : 'application/json',
      }),
      ...parts.headers,
    },
    ...(parts.body !== undefined && {
      body: route.fileBody ? new Uint8Array(parts.body as Buffer) : JSON.stringify(parts.body),
    }),
  });
  if (response.ok && route.fileReply) {
    const value = new Uint8Array(await response.arrayBuffer()) as RouteReply<Routes[Name]>;
    return { ok: true, status: response.status, value };
  }
  const text = await response.text();
  const body = text === '' ? null : JSON.parse(text);
  if (response.ok) return { ok: true, status: response.status, value: body };
  const problem = Problem.parse(body);
  if (!problemsOf(route).includes(problem.code)) {
    throw new Error(`${name} answered ${problem.code}, which it does not declare.`);
  }
  return { ok: false, status: response.status, problem };
}

/** Somebody at a workstation of their own, signed in. */
export interface SignedIn {
  readonly session: Session;
  readonly workstationId: string;
  ask<Name extends RouteName>(
    name: Name,
    asked: Ask<Name>,
  ): Promise<Answer<RouteReply<Routes[Name]>>>;
  /** Asks and throws unless the answer is a value. */
  value<Name extends RouteName>(name: Name, asked: Ask<Name>): Promise<RouteReply<Routes[Name]>>;
}

export async function signIn(
  backendUrl: string,
  userId = 'r.ames',
  workstationId: string = randomUUID(),
): Promise<SignedIn> {
  const body = { userId, password: 'sandbox-only', workstationId };
  const signedIn = await askRoute(backendUrl, 'signIn', { body });
  if (!signedIn.ok) throw new Error(`${userId} was not signed in: ${signedIn.problem.code}`);
  const session = signedIn.value;
  const ask: SignedIn['ask'] = (name, asked) => askRoute(backendUrl, name, asked, session.token);
  return {
    session,
    workstationId,
    ask,
    async value(name, asked) {
      const answer = await ask(name, asked);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.problem)}`);
      return answer.value;
    },
  };
}
