import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Allowed, access, mayUse } from '#shared/access/table.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import {
  FILE_MEDIA_TYPE,
  problemsOf,
  type Route,
  type RouteInput,
  type RouteReply,
} from '#shared/contract/route.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import { isPlainText } from '#shared/text/plain-text.ts';
import type { Caller } from './caller.ts';
import { acceptFiles, fileBodyOf, refuseTooLarge } from './file-body.ts';
import { Refused } from './refused.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';

type Routes = typeof routes;

type Handler<Name extends RouteName, Who> = (
  input: RouteInput<Routes[Name]>,
  caller: Who,
) => Promise<RouteReply<Routes[Name]>>;

/** Tells who is behind a bearer token that came from an address; undefined when nobody is. */
type KnowCaller = (token: string, address: string) => Promise<Caller | undefined>;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
  interface FastifyInstance {
    knowCaller: KnowCaller;
    underWay: UnderWay;
  }
}

/** Lets every route know who calls, before its body is read. */
export function prepareToServe(app: FastifyInstance, knowCaller: KnowCaller): void {
  app.decorateRequest('caller', undefined);
  app.decorate('knowCaller', knowCaller);
  app.decorate('underWay', createUnderWay());
}

/**
 * The one place where a route of the contract is mounted. Protocol, session, role and the input's
 * shape are checked before `handler` runs; what it throws or gives back is checked after.
 */
export function serve<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  handler: Handler<Name, Caller>,
): void {
  mount(app, name, (input, caller) => {
    if (!caller) throw new Refused('signed_out');
    return handler(input, caller);
  });
}

/** Mounts a route that needs no session. */
export function serveAnyone<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  handler: (input: RouteInput<Routes[Name]>, address: string) => Promise<RouteReply<Routes[Name]>>,
): void {
  if (access.routes[name] !== 'anyone') throw new Error(`${name} is not open to anyone.`);
  mount(app, name, (input, _caller, address) => handler(input, address));
}

type Mounted<Name extends RouteName> = (
  input: RouteInput<Routes[Name]>,
  caller: Caller | undefined,
  address: string,
) => Promise<RouteReply<Routes[Name]>>;

function mount<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  handler: Mounted<Name>,
): void {
  const route: Route = routes[name];
  if (route.fileBody) {
    void app.register(async files => {
      acceptFiles(files);
      mountIn(files, name, route, handler);
    });
  } else mountIn(app, name, route, handler);
}

function mountIn<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  route: Route,
  handler: Mounted<Name>,
): void {
  const { fileBody, fileReply } = route;
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(name, route),
    config: {
      problems: problemsOf(route),
      ...(!route.anyProtocol && { protocol: true }),
      ...(fileBody && { takesFile: true }),
      ...(fileReply && { givesFile: true }),
    },
    onRequest: async (request, reply) => {
      if (!route.anyProtocol) checkProtocol(request);
      await letIn(app, request, access.routes[name]);
      if (fileBody) refuseTooLarge(request, reply, fileBody);
    },
    handler: async (request, reply) => {
      const { params, query, headers, caller } = request;
      const body = fileBody ? fileBodyOf(request, fileBody) : request.body;
      if (!isPlainText([params, query, fileBody ? null : body])) throw new Refused('bad_request');
      const input = { params, query, headers, body } as RouteInput<Routes[Name]>;
      const answer = await app.underWay.run(handler(input, caller, request.ip));
      reply.code(route.status);
      if (fileReply) return sendFile(reply, answer as Uint8Array);
      return route.status === 204 ? reply.send() : answer;
    },
  });
}

/** Nobody between here and the desk keeps a file. */
function sendFile(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply
    .type(FILE_MEDIA_TYPE)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Checks protocol, session and role for what is mounted beside the contract's routes. */
export async function admit(
  app: FastifyInstance,
  request: FastifyRequest,
  allowed: Allowed,
): Promise<void> {
  checkProtocol(request);
  await letIn(app, request, allowed);
}

async function letIn(
  app: FastifyInstance,
  request: FastifyRequest,
  allowed: Allowed,
): Promise<void> {
  request.caller = await callerOf(app, request);
  if (allowed !== 'anyone' && !request.caller) throw new Refused('signed_out');
  if (!mayUse(allowed, request.caller?.role)) throw new Refused('not_allowed');
}

function checkProtocol(request: FastifyRequest): void {
  if (request.headers[PROTOCOL_HEADER] !== String(PROTOCOL_VERSION)) {
    throw new Refused('protocol_mismatch');
  }
}

async function callerOf(
  app: FastifyInstance,
  request: FastifyRequest,
): Promise<Caller | undefined> {
  const [, token] = /^Bearer (\S{20,100})$/.exec(request.headers.authorization ?? '') ?? [];
  return token === undefined ? undefined : app.knowCaller(token, request.ip);
}

function schemaOf(name: RouteName, route: Route) {
  const [, , subject = ''] = route.path.split('/');
  return {
    operationId: name,
    summary: route.summary,
    tags: [subject],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.headers && { headers: route.headers }),
    ...(route.body && { body: route.body }),
    ...(access.routes[name] !== 'anyone' && { security: [{ session: [] }] }),
    ...(!route.fileReply && { response: { [route.status]: route.reply } }),
  };
}
