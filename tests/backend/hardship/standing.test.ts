import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { applicationDesk, hireCounselors } from '#tests/backend/applications/application-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { consuelo } = personas;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
});
afterAll(() => backend.stop());

const standing = async () => {
  const { desk, verificationId } = await verifiedCall(await backend.signIn(), consuelo);
  const asked = { params: { verificationId } };
  return { desk, asked, found: await desk.value('assistanceStanding', asked) };
};

it('a representative reads on a call what was found last, when and by whom, and no figure it rests on', async () => {
  expect((await standing()).found).toEqual({ screening: null, application: null });
  const owner = await backend.signIn('c.okafor');
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  const { found } = await standing();
  expect(found).toMatchObject({
    screening: { on: '2026-12-01', by: 'Chidi Okafor' },
    application: null,
  });
  expect(found.screening?.answers).toContainEqual({ programme: 'mfa', answer: 'eligible' });
  expect(JSON.stringify(found)).not.toMatch(/ents|income|300000/i);
  await desk.begin();
  await desk.submit();
  expect((await standing()).found.application).toEqual({
    state: 'waiting_for_documents',
    since: '2026-12-01',
    by: 'Chidi Okafor',
  });
});

it('each look is kept with its call, and nobody looks who has verified nobody', async () => {
  const { asked } = await standing();
  const { rows } = await backend.pool.query(
    `SELECT DISTINCT call_id IS NOT NULL AS "onCall" FROM access_event
     WHERE action = 'assistance_read' AND guarantor_id = $1 AND user_id = 'r.ames'`,
    [consuelo.guarantorId],
  );
  expect(rows).toEqual([{ onCall: true }]);
  const other = await backend.signIn('c.reyes');
  expect(await other.ask('assistanceStanding', asked)).toMatchObject({
    problem: { code: 'not_verified' },
  });
});
