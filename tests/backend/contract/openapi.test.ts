import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { access } from '#shared/access/table.ts';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { EVENTS_PATH } from '#shared/contract/events.ts';
import { EXPORTS_PATH } from '#shared/contract/exports.ts';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER } from '#shared/contract/protocol.ts';
import { FILE_MEDIA_TYPE, problemsOf, type Route } from '#shared/contract/route.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const Media = z.object({
  schema: z.record(z.string(), z.unknown()),
  examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
});
const Operation = z.object({
  operationId: z.string().optional(),
  summary: z.string(),
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), required: z.boolean().optional() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), Media) }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      headers: z.record(z.string(), z.unknown()).optional(),
      content: z.record(z.string(), Media).optional(),
    }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
type Operation = z.output<typeof Operation>;
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.object({ Problem: z.object({ required: z.array(z.string()) }) }),
  }),
});

let backend: TestBackend;
let paths: z.output<typeof Document>['paths'];
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  ({ paths } = Document.parse(await (await fetch(`${backend.url}/openapi.json`)).json()));
});
afterAll(() => backend.stop());

const pathOf = ({ path }: Route) => path.replaceAll(/:(\w+)/g, '{$1}');

function operationOf(route: Route): Operation {
  const operation = paths[pathOf(route)]?.[route.method.toLowerCase()];
  if (!operation) throw new Error(`${route.method} ${route.path} is not described.`);
  return operation;
}

const named = (operation: Operation, place: string) =>
  operation.parameters.filter(each => each.in === place).map(each => each.name);
const keysOf = (schema?: { shape: object }) => Object.keys(schema?.shape ?? {});

/** Each code that the document shows for a status, after a look at the example. */
function codesShown({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, { content }]) =>
    Object.entries(content?.['application/problem+json']?.examples ?? {}).map(([code, example]) => {
      const problem = Problem.parse(example.value);
      expect(problem).toMatchObject({ code, status: Number(status) });
      expect(problem.detail).toMatch(/^[A-Z].*\.$/);
      return code;
    }),
  );
}

const names = Object.keys(routes) as RouteName[];

describe.each(names)('the description of %s', name => {
  const route: Route = routes[name];

  it('says what to ask, as whom, and what comes back', () => {
    const operation = operationOf(route);
    expect(operation).toMatchObject({ operationId: name, summary: route.summary });
    expect(named(operation, 'path')).toEqual(keysOf(route.params));
    expect(named(operation, 'query')).toEqual(keysOf(route.query));
    const headers = [...(route.anyProtocol ? [] : [PROTOCOL_HEADER]), ...keysOf(route.headers)];
    expect(named(operation, 'header')).toEqual(headers);
    const takes = route.fileBody ? [FILE_MEDIA_TYPE] : route.body ? ['application/json'] : [];
    expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(takes);
    expect(operation.security !== undefined).toBe(access.routes[name] !== 'anyone');
    const reply = operation.responses[route.status];
    const gives = route.fileReply ? [FILE_MEDIA_TYPE] : ['application/json'];
    expect(Object.keys(reply?.content ?? {})).toEqual(route.status === 204 ? [] : gives);
  });

  it('shows every problem that it may answer, and no other', () => {
    expect(codesShown(operationOf(route)).sort()).toEqual(problemsOf(route).sort());
  });
});

describe('the OpenAPI document', () => {
  it('describes nothing but the contract, its events, the audit trail and lists as files and what the card processor tells', () => {
    const contract = Object.values(routes).map(pathOf);
    expect(Object.keys(paths).sort()).toEqual(
      [
        ...new Set([
          ...contract,
          EVENTS_PATH,
          AUDIT_EXPORT_PATH,
          EXPORTS_PATH,
          '/v1/processor-notices',
        ]),
      ].sort(),
    );
  });

  it('says how the events are listened to', () => {
    const events = paths[EVENTS_PATH]?.get;
    if (!events) throw new Error('The events are not described.');
    expect(named(events, 'header')).toEqual([PROTOCOL_HEADER]);
    expect(events.security).toEqual([{ session: [] }]);
    expect(Object.keys(events.responses[200]?.content ?? {})).toEqual(['text/event-stream']);
    expect(codesShown(events).sort()).toEqual(
      ['internal', 'not_allowed', 'protocol_mismatch', 'signed_out'].sort(),
    );
  });

  it('says where a refusal tells when to ask again', () => {
    const { responses } = operationOf(routes.signIn);
    expect(Object.keys(responses[423]?.headers ?? {})).toEqual(['Retry-After']);
  });

  it('can be read as a page', async () => {
    const page = await fetch(`${backend.url}/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
  });
});
