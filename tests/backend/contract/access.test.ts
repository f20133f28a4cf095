import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '#shared/access/roles.ts';
import { access, mayUse } from '#shared/access/table.ts';
import { type RouteName, routes } from '#shared/contract/routes.ts';
import { newKey } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let tokens: Record<Role, string>;
beforeAll(async () => {
  backend = await startTestBackend();
  const [representative, counselor, supervisor] = await Promise.all(
    ['r.ames', 'c.okafor', 's.lindqvist'].map(user => backend.signIn(user)),
  );
  tokens = {
    representative: representative?.session.token ?? '',
    counselor: counselor?.session.token ?? '',
    supervisor: supervisor?.session.token ?? '',
    workstation: representative?.session.workstationToken ?? '',
  };
});
afterAll(() => backend.stop());

/** An address that exists; what is sent there does not matter, the role is weighed first. */
const asked: object = {
  params: {
    mrn: '04471883',
    guarantorId: '300100014',
    verificationId: randomUUID(),
    callId: randomUUID(),
    key: newKey(),
  },
};

const names = (Object.keys(routes) as RouteName[]).filter(name => name !== 'signOut');

describe.each(names)('%s', name => {
  it.each(Role.options)('is open to a %s exactly when the table says so', async role => {
    const answer = await askRoute(backend.url, name, asked, tokens[role]);
    const refused = !answer.ok && answer.problem.code === 'not_allowed';
    expect(refused).toBe(!mayUse(access.routes[name], role));
  });

  it('is open to nobody signed in exactly when the table says so', async () => {
    const answer = await askRoute(backend.url, name, asked);
    const refused = !answer.ok && answer.problem.code === 'signed_out';
    expect(refused).toBe(access.routes[name] !== 'anyone');
  });
});
