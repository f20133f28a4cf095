import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import {
  FILE_MEDIA_TYPE,
  type FileBody,
  type Route,
  type RouteInput,
  type RouteReply,
} from '#shared/contract/route.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import { bodyToSend } from './body-to-send.ts';
import { BackendNonsense, BackendRefused, BackendUnreachable } from './failures.ts';
import type { Timeouts } from './timeouts.ts';

type Routes = typeof routes;

/** Only what the route declares must be given; a file as its bytes. */
type Given<R extends Route> = {
  [Part in keyof RouteInput<R> as RouteInput<R>[Part] extends undefined
    ? never
    : Part]: RouteInput<R>[Part] extends FileBody ? Uint8Array : RouteInput<R>[Part];
};

export interface AskOptions {
  readonly token?: string | undefined;
  readonly timeoutMs?: number;
  /** Hears how much of a file has been handed to the line. */
  readonly onSent?: (bytes: number) => void;
}

export interface BackendClient {
  /**
   * Asks one route of the contract. Throws BackendRefused for a typed problem, BackendUnreachable when
   * no answer came in time, BackendNonsense when the answer is not in the contract.
   */
  ask<Name extends RouteName>(
    name: Name,
    given: Given<Routes[Name]>,
    options?: AskOptions,
  ): Promise<RouteReply<Routes[Name]>>;
}

interface AnyGiven {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

function addressOf(baseUrl: string, route: Route, { params = {}, query }: AnyGiven): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  return `${baseUrl}${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
}

/** What a server between desk and backend asks for in a header of its own (RFC 9110, 10.2.3), in seconds. */
function retryAfter({ headers }: Response): { retryAfterSeconds?: number } {
  const asked = headers.get('retry-after') ?? '';
  return /^[1-9]\d{0,5}$/.test(asked) ? { retryAfterSeconds: Number(asked) } : {};
}

async function readFileReply(response: Response): Promise<Uint8Array> {
  if (response.headers.get('content-type') !== FILE_MEDIA_TYPE) {
    throw new BackendNonsense('not a file');
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new BackendUnreachable('the answer broke off', { cause });
  }
}

async function readAnswer(route: Route, response: Response): Promise<unknown> {
  if (response.status === 204 && route.status === 204) return null;
  if (response.ok && route.fileReply) return readFileReply(response);
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new BackendNonsense('not JSON', { cause, ...retryAfter(response) });
    }
    throw new BackendUnreachable('the answer broke off', { cause });
  }
  if (response.ok) {
    const reply = route.reply.safeParse(body);
    if (!reply.success) throw new BackendNonsense(`a reply that is not ${route.path}'s`);
    return reply.data;
  }
  const problem = Problem.safeParse(body);
  if (!problem.success) {
    const what = `status ${response.status} without a problem`;
    throw new BackendNonsense(what, retryAfter(response));
  }
  throw new BackendRefused({ ...retryAfter(response), ...problem.data });
}

/** A client of the billing backend at `baseUrl`, over plain HTTP semantics; it never sends twice. */
export function createBackendClient(
  baseUrl: string,
  timeouts: Pick<Timeouts, 'askMs'>,
): BackendClient {
  return {
    async ask(name, given, { token, timeoutMs = timeouts.askMs, onSent } = {}) {
      const route: Route = routes[name];
      const parts = given as AnyGiven;
      const sent = bodyToSend(route, parts.body, onSent);
      const request: RequestInit = {
        method: route.method,
        headers: {
          [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
          ...(token && { authorization: `Bearer ${token}` }),
          ...parts.headers,
          ...sent?.headers,
        },
        ...sent?.rest,
        // Followed, a redirect would send a card or a payment a second time, and elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      };
      let response: Response;
      try {
        response = await fetch(addressOf(baseUrl, route, parts), request);
      } catch (cause) {
        throw new BackendUnreachable('no answer', { cause });
      }
      return (await readAnswer(route, response)) as RouteReply<Routes[typeof name]>;
    },
  };
}
