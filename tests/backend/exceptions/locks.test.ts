import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { at, openQueueDesk, type QueueDesk, reason } from './queue-desk.ts';

const { dmitri } = personas;

let desk: QueueDesk;
beforeAll(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.backend.forgetFaults());
afterAll(() => desk.close());

it('a record that was locked before there was a queue is in it, and unlocking it puts an end to it', async () => {
  const { rows } = await desk.backend.pool.query(
    "SELECT case_id FROM exception_case WHERE kind = 'record_locked' AND subject = $1",
    [dmitri.mrn],
  );
  const locked = (await desk.listed({ kind: 'record_locked' })).find(
    each => each.caseId === rows[0]?.case_id,
  );
  expect(locked).toMatchObject({
    owner: null,
    guarantorName: expect.any(String),
    amountCents: null,
  });
  const { caseId = '' } = locked ?? {};
  const { detail, history } = await desk.lead.value('exception', at(caseId));
  expect(detail.record).toMatchObject({ mrn: dmitri.mrn, lockedAt: expect.any(String) });
  expect(history).toMatchObject([{ kind: 'opened', byName: null }]);
  expect(await desk.resolve(caseId)).toBe('exception_stands');
  await desk.lead.value('unlockPatient', { body: { mrn: dmitri.mrn, reason } });
  const after = await desk.lead.value('exception', at(caseId));
  expect(after.exception.resolved).toMatchObject({
    why: 'unlocked',
    byName: 'Sanna Lindqvist',
    reason,
  });
  const left = await desk.listed({ kind: 'record_locked' });
  expect(left.map(each => each.caseId)).not.toContain(caseId);
});

it('a locked sign-in ends with its half hour, and says whether somebody tried again', async () => {
  const wrong = { userId: 'm.delgado', password: 'guessed', workstationId: randomUUID() };
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await desk.lead.ask('signIn', { body: wrong });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad_credentials' } });
  }
  const ended = async () => {
    const query = { kind: 'sign_in_locked', standing: 'resolved' } as const;
    return (await desk.listed(query)).filter(({ resolved }) => resolved?.why !== 'by_person');
  };
  const before = (await ended()).length;
  expect(await desk.listed({ kind: 'sign_in_locked' })).toHaveLength(1);
  desk.backend.later(31 * 60_000);
  expect(
    (await desk.lead.value('exceptionCounts', {})).kinds.map(({ kind }) => kind),
  ).not.toContain('sign_in_locked');
  const over = await ended();
  expect(over).toHaveLength(before + 1);
  expect(over.map(({ resolved }) => resolved?.why)).toContain('lock_ended');
  for (let tries = 0; tries < 10; tries += 1) await desk.lead.ask('signIn', { body: wrong });
  expect(await desk.listed({ kind: 'sign_in_locked' })).toHaveLength(1);
  desk.backend.later(31 * 60_000);
  await desk.backend.signIn('m.delgado');
  expect((await ended())[0]?.resolved).toMatchObject({ why: 'tried_again', byName: null });
  expect(await ended()).toHaveLength(before + 2);
});
