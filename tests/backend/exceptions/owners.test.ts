import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { at, openQueueDesk, type QueueDesk, reason } from './queue-desk.ts';

const { earl, bertram } = personas;

let desk: QueueDesk;
beforeAll(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.backend.forgetFaults());
afterAll(() => desk.close());

describe('whose it is', () => {
  it('is settled once: of two who take one at the same time one has it, and the other hears who', async () => {
    const open = await payUnknown(desk.backend, await desk.callAbout(earl), 1_100, true);
    const { key } = open;
    const { caseId = '' } = (await desk.ofPayment('unknown', key)) ?? {};
    const taken = await Promise.all(
      [desk.lead, desk.other].map(who => who.ask('takeException', at(caseId))),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = taken.find(({ ok }) => !ok);
    const { owner } = (await desk.lead.value('exception', at(caseId))).exception;
    expect(refused).toMatchObject({ problem: { code: 'exception_taken', heldBy: owner?.name } });
    const [holder, waits] =
      owner?.userId === 's.lindqvist' ? [desk.lead, desk.other] : [desk.other, desk.lead];
    expect(await desk.listed({ kind: 'unknown', whose: 'mine' }, holder)).toMatchObject([
      { caseId },
    ]);
    expect((await waits.ask('putBackException', at(caseId))).ok).toBe(false);

    const { colleagues } = await waits.value('exceptionColleagues', at(caseId));
    expect(colleagues.map(({ userId }) => userId)).not.toContain(owner?.userId);
    const to = waits.session.user.userId;
    const body = { to, note: 'My colleague is on vacation.' };
    await waits.value('handOverException', { ...at(caseId), body });
    await waits.value('putBackException', at(caseId));
    const { exception, history } = await desk.lead.value('exception', at(caseId));
    expect(exception.owner).toBeNull();
    expect(history.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'handed_over', 'put_back']);
    const { rows } = await desk.backend.pool.query(
      `SELECT content::jsonb->>'action' AS action FROM audit_record
       WHERE content::jsonb->>'subject' = $1 ORDER BY number`,
      [caseId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'exception_opened',
      'exception_taken',
      'exception_handed_over',
      'exception_put_back',
    ]);
    await open.learn('approved');
  });

  it('keeps others from resolving it, and what is resolved is nobody’s to take', async () => {
    const call = await desk.callAbout(bertram);
    for (const _ of [1, 2])
      await call.pay(await call.order(2_200, { duplicateAcknowledged: true }));
    const [{ caseId = '' } = {}] = (await desk.listed({ kind: 'duplicate' })).filter(
      ({ guarantorId }) => guarantorId === call.guarantorId,
    );
    await desk.lead.value('takeException', at(caseId));
    expect(await desk.resolve(caseId, desk.other)).toBe('exception_taken');
    const card = await desk.lead.ask('resolveException', {
      ...at(caseId),
      body: { reason: 'Card 4242 4242 4242 4242 was used twice.' },
    });
    expect(card).toMatchObject({ ok: false, problem: { code: 'card_in_reason' } });
    expect(await desk.resolve(caseId)).toBe('done');
    expect(await desk.resolve(caseId)).toBe('exception_resolved');
    expect(await desk.other.ask('takeException', at(caseId))).toMatchObject({
      problem: { code: 'exception_resolved' },
    });
    expect((await desk.lead.value('exception', at(caseId))).exception.resolved).toMatchObject({
      why: 'by_person',
      byName: 'Sanna Lindqvist',
      reason,
    });
  });
});
