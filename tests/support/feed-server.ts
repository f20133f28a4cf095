import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import { type ProblemCode, problemStatus } from '#shared/contract/problem.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { DeskUser } from '#shared/contract/session.ts';

/** What the server does in place of giving a page as it is. */
export type Fault =
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly retryAfterSeconds?: number }
  /** Another body with status 200: what is not a string is sent as JSON. */
  | { readonly kind: 'body'; readonly make: (page: ChangesPage) => unknown }
  /** The first half of the page, and then the line is cut. */
  | { readonly kind: 'half' }
  | { readonly kind: 'reset' };

interface Asked {
  readonly at: number;
  readonly since: string | null;
  readonly scope: string;
}

export interface FeedServer {
  readonly url: string;
  /** Everything there is, in the order of the full pull. */
  pull: Change[];
  /** What has happened since. */
  readonly log: Change[];
  user: DeskUser;
  /** Guarantors on a page. */
  pageSize: number;
  /** A copy of another database is refused. */
  database: string;
  sessionsEnd: boolean;
  readonly asked: Asked[];
  /** Faults of the next pages, one each. */
  readonly faults: Fault[];
  /** A fault of every page from now on. */
  always: Fault | undefined;
  /** Waits before each page, in ms. */
  pageTakesMs: number;
  listeners(): number;
  say(kind: BackendEvent['kind']): void;
  cutEvents(): void;
  stop(): Promise<void>;
}

export const someUser: DeskUser = {
  userId: 'r.ames',
  name: 'Robin Ames',
  role: 'representative',
  regions: ['NCAL', 'SCAL'],
};

function grouped(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.guarantorId) ?? [];
    group.push(change);
    groups.set(change.guarantorId, group);
  }
  return [...groups.values()];
}

/** `db1.p.12.3`: twelve guarantors of the pull, after which the log goes on from three. `db1.c.5`: five of the log. */
function pageOf(feed: FeedServer, since: string | null): ChangesPage {
  const begin = `${feed.database}.p.0.0`;
  const [, kind, done = '0', logged = '0'] = (since ?? begin).split('.');
  const asOf = instantOf(Date.now());
  const families = grouped(feed.pull);
  const shared = { feedVersion: 1, since, asOf, total: families.length };
  if (kind === 'c') {
    return {
      ...shared,
      phase: 'changes',
      next: `${feed.database}.c.${feed.log.length}`,
      more: false,
      done: families.length,
      changes: feed.log.slice(Number(done)),
    };
  }
  const end = Math.min(families.length, Number(done) + feed.pageSize);
  const more = end < families.length;
  return {
    ...shared,
    phase: 'pull',
    next: more ? `${feed.database}.p.${end}.${logged}` : `${feed.database}.c.${logged}`,
    more: more || feed.log.length > Number(logged),
    done: end,
    changes: families.slice(Number(done), end).flat(),
  };
}

function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

function problem(response: ServerResponse, code: ProblemCode, retryAfterSeconds?: number): void {
  const status = problemStatus[code];
  const about = { type: `/problems/${code}`, title: code, status, detail: code, code };
  json(response, status, { ...about, ...(retryAfterSeconds && { retryAfterSeconds }) });
}

function givePage(response: ServerResponse, page: ChangesPage, fault: Fault | undefined): void {
  const text = JSON.stringify(page);
  switch (fault?.kind) {
    case 'problem':
      problem(response, fault.code, fault.retryAfterSeconds);
      break;
    case 'body':
      json(response, 200, fault.make(page));
      break;
    case 'half':
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      break;
    case 'reset':
      response.destroy();
      break;
    default:
      json(response, 200, text);
  }
}

/** A backend that knows sign-in and the change feed, over real HTTP, and can be told to go wrong. */
export async function startFeedServer(pull: Change[] = []): Promise<FeedServer> {
  const lines = new Set<ServerResponse>();
  const server = createServer((request, response) => void answer(request, response));

  async function changes(url: URL, response: ServerResponse): Promise<void> {
    const since = url.searchParams.get('since');
    const scope = url.searchParams.get('scope') ?? '';
    feed.asked.push({ at: performance.now(), since, scope });
    if (feed.pageTakesMs > 0) await new Promise(go => setTimeout(go, feed.pageTakesMs));
    if (feed.sessionsEnd) return problem(response, 'signed_out');
    if (scope !== feed.user.regions.join(',')) return problem(response, 'scope_changed');
    if (since && !since.startsWith(`${feed.database}.`)) return problem(response, 'cursor_refused');
    givePage(response, pageOf(feed, since), feed.faults.shift() ?? feed.always);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for await (const _ of request);
    const url = new URL(request.url ?? '', 'http://localhost');
    const expiresAt = instantOf(Date.now() + 3_600_000);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /v1/hello': {
        const now = instantOf(Date.now());
        const about = { product: 'remit-backend', protocolVersion: PROTOCOL_VERSION };
        return json(response, 200, { ...about, sandbox: true, now });
      }
      case 'POST /v1/sessions': {
        const session = { token: randomUUID(), expiresAt, user: feed.user };
        return json(response, 201, { ...session, workstationToken: 'workstation' });
      }
      case 'GET /v1/sessions/current':
        if (feed.sessionsEnd) return problem(response, 'signed_out');
        return json(response, 200, { expiresAt, user: feed.user });
      case 'DELETE /v1/sessions/current':
        response.writeHead(204).end();
        return;
      case 'GET /v1/changes':
        return await changes(url, response);
      case 'GET /v1/events':
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
        lines.add(response);
        response.on('close', () => lines.delete(response));
        return;
      default:
        return problem(response, 'unavailable');
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const feed: FeedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull,
    log: [],
    user: someUser,
    pageSize: 10,
    database: 'db1',
    sessionsEnd: false,
    asked: [],
    faults: [],
    always: undefined,
    pageTakesMs: 0,
    listeners: () => lines.size,
    say(kind) {
      for (const line of lines) line.write(`data: ${JSON.stringify({ kind })}\n\n`);
    },
    cutEvents() {
      for (const line of lines) line.destroy();
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return feed;
}
