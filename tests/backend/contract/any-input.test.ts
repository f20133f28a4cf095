import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER } from '#shared/contract/protocol.ts';
import { problemsOf, type Route } from '#shared/contract/route.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
const tokens: string[] = [];
const faults: unknown[] = [];
beforeAll(async () => {
  backend = await startTestBackend({ report: fault => faults.push(fault) });
  for (const user of ['r.ames', 's.lindqvist', 'c.okafor']) {
    tokens.push((await backend.signIn(user)).session.token);
  }
});
afterAll(() => backend.stop());

async function send(route: Route, path: string, token: string, body: string | undefined) {
  const response = await fetch(`${backend.url}${path}`, {
    method: route.method,
    headers: {
      [PROTOCOL_HEADER]: '1',
      authorization: `Bearer ${token}`,
      'idempotency-key': 'x',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && route.method !== 'GET' && { body }),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
}

const segment = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.uuid(),
  fc.constantFrom('04471883', '300100014', '%00', '..', "'; DROP TABLE payment; --"),
);

const names = (Object.keys(routes) as RouteName[]).filter(name => name !== 'signOut');

describe.each(names)('%s', name => {
  it('answers whatever it is sent with its reply or a typed refusal', async () => {
    const route: Route = routes[name];
    const json = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string({ maxLength: 200 }),
      fc.constantFrom('{', '', 'null', '[]', '{"__proto__":{"a":1}}', `"${'9'.repeat(70_000)}"`),
    );
    await fc.assert(
      fc.asyncProperty(segment, json, fc.constantFrom(0, 1, 2), async (part, body, who) => {
        const path = route.path.replaceAll(/:\w+/g, encodeURIComponent(part));
        const answer = await send(route, path, tokens[who] ?? '', body);
        if (answer.status < 300) return;
        expect(answer.type).toContain('application/problem+json');
        const problem = Problem.parse(JSON.parse(answer.text));
        expect(problem.status).toBe(answer.status);
        expect(problem.code).not.toBe('internal');
        // An address that is bent far enough is none of this route's any more.
        expect([...problemsOf(route), 'not_found']).toContain(problem.code);
      }),
      { numRuns: 25 },
    );
    expect(faults).toEqual([]);
  });
});
