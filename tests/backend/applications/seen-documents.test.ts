import { afterEach, beforeEach, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { pdfDocument } from '#tests/support/documents.ts';
import { sendDocument } from '#tests/support/send-document.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { applicationDesk, hireCounselors, inPerson, said } from './application-desk.ts';

let backend: TestBackend;
let owner: SignedIn;
let colleague: SignedIn;
let desk: Awaited<ReturnType<typeof applicationDesk>>;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
  owner = await backend.signIn('c.okafor');
  colleague = await backend.signIn('c.reyes');
  desk = await applicationDesk(backend, owner, personas.consuelo.guarantorId);
  await desk.begin();
  await desk.submit();
});
afterEach(() => backend.stop());

const accepted = () => ({ state: 'accepted', on: desk.today() }) as const;
const events = async () => {
  const { events: happened } = await owner.value('hardshipCase', {
    params: { caseId: desk.caseId },
  });
  return happened.map(({ kind, detail }) => ({ kind, detail }));
};

test('nothing is accepted that neither lies here nor was seen; how it was seen stays in the history', async () => {
  expect(said(await desk.settle('identity', accepted()))).toBe('document_not_seen');
  expect((await desk.settle('identity', { ...accepted(), seen: inPerson })).ok).toBe(true);
  const [identity] = (await desk.read()).requirements;
  expect(identity).toMatchObject({ kind: 'identity', state: 'accepted', seen: inPerson });
  expect(await events()).toContainEqual({
    kind: 'application_document_seen',
    detail: { kind: 'identity', state: 'accepted', ...inPerson },
  });
  const { applicationId } = desk;
  const sent = { applicationId, kind: 'income', bytes: await pdfDocument() } as const;
  expect((await sendDocument(owner, sent)).ok).toBe(true);
  expect((await desk.settle('income', accepted())).ok).toBe(true);
});

test('a file that was refused is no proof, and a card number is no word about what was seen', async () => {
  const { applicationId } = desk;
  const sent = { applicationId, kind: 'income', bytes: await pdfDocument() } as const;
  const kept = await sendDocument(owner, sent);
  const params = { documentId: kept.ok ? kept.value.documentId : '' };
  await owner.value('refuseDocument', { params, body: { reason: 'outdated', note: null } });
  expect(said(await desk.settle('income', accepted()))).toBe('document_not_seen');
  const card = { ...inPerson, what: 'card 4111 1111 1111 1111' };
  const answer = await desk.settle('income', { ...accepted(), seen: card });
  expect(answer).toMatchObject({ problem: { code: 'card_in_reason', field: 'change.seen.what' } });
});

test('what was accepted on paper before is asked about before an award, and never moves the clock', async () => {
  const off = 'ALTER TABLE application_requirement DISABLE TRIGGER requirement_accepted_is_proved';
  await backend.pool.query(off);
  await desk.settle('address', { state: 'waived', why: 'They live in a shelter.' });
  await desk.settle('identity', { ...accepted(), seen: inPerson });
  await desk.settle('income', { ...accepted(), seen: inPerson });
  const { decideBy } = await desk.read();
  await backend.pool.query(
    `UPDATE application_requirement SET seen_how = NULL, seen_what = NULL, seen_by = NULL WHERE kind = 'income'`,
  );
  await backend.pool.query(off.replace('DISABLE', 'ENABLE'));
  const ruled = { outcome: 'awarded', percent: 100, reason: null } as const;
  expect(said(await desk.decide(colleague, ruled))).toBe('document_not_seen');
  backend.later(1_000);
  expect(said(await desk.settle('income', accepted()))).toBe('application_moved');
  expect((await desk.settle('income', { ...accepted(), seen: inPerson })).ok).toBe(true);
  expect(said(await desk.settle('income', { ...accepted(), seen: inPerson }))).toBe(
    'application_moved',
  );
  expect((await desk.read()).decideBy).toBe(decideBy);
  expect(said(await desk.decide(colleague, ruled))).toBe('awarded');
});

test('the database itself accepts nothing that neither lies here nor was seen', async () => {
  const accept = `UPDATE application_requirement SET state = 'accepted', settled_on = '2026-12-01' WHERE kind = 'income'`;
  await expect(backend.pool.query(accept)).rejects.toThrow(/neither lies here nor was seen/);
});
