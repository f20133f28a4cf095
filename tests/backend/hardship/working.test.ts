import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { sentOf } from '../kept/sent.ts';

const { marisol, otis } = personas;
let backend: TestBackend;
let okafor: SignedIn;
let delgado: SignedIn;
let caseId: string;

/** Marisol was referred on the Wednesday before Thanksgiving, at 23:30 in Oakland; Okafor has her case. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-25T23:30-08:00' });
  const call = await verifiedCall(await backend.signIn());
  await call.desk.value('keepReferral', sentOf(call, backend).referral(marisol.mrn));
  okafor = await backend.signIn('c.okafor');
  delgado = await backend.signIn('m.delgado');
  const { cases } = await okafor.value('hardshipCases', {});
  caseId = cases[0]?.caseId ?? '';
  await okafor.value('takeHardshipCase', { params: { caseId } });
});
afterAll(() => backend.stop());

const read = (desk = okafor) => desk.value('hardshipCase', { params: { caseId } });
const callBack = (
  desk: SignedIn,
  dueOn: string,
  note = 'Ask for the pay stubs.',
  itemId = randomUUID(),
) => desk.ask('keepCallback', { params: { caseId, itemId }, body: { dueOn, note } });
const codeOf = (answer: Awaited<ReturnType<typeof callBack>>) =>
  answer.ok ? 'kept' : answer.problem.code;

describe('a callback', () => {
  it('is for a business day of the region from its own today on, and kept once', async () => {
    expect(codeOf(await callBack(okafor, '2026-11-24'))).toBe('callback_in_past');
    expect(codeOf(await callBack(okafor, '2026-11-26'))).toBe('date_banks_closed');
    expect(codeOf(await callBack(okafor, '2027-11-29'))).toBe('date_beyond_a_year');
    expect(codeOf(await callBack(okafor, '2026-11-30', '4242 4242 4242 4242'))).toBe(
      'card_in_reason',
    );
    const itemId = randomUUID();
    const again = (note?: string) => callBack(okafor, '2026-11-25', note, itemId);
    expect(codeOf(await again())).toBe('kept');
    expect(codeOf(await again())).toBe('kept');
    expect(codeOf(await again('Something else.'))).toBe('key_reused');
    expect((await read()).items.map(each => [each.kind, each.dueOn, each.note])).toEqual([
      ['callback', '2026-11-25', 'Ask for the pay stubs.'],
      ['referral', '2026-11-30', null],
    ]);
  });

  it('is overdue, and the case urgent, from the region’s next day', async () => {
    expect(await read()).toMatchObject({ priority: 'normal', isOverdue: false });
    backend.moveTo('2026-11-26T00:01-08:00');
    expect(await read()).toMatchObject({
      priority: 'urgent',
      isOverdue: true,
      dueOn: '2026-11-25',
    });
  });
});

describe('what a counselor does in a case', () => {
  const params = () => ({ caseId });

  it('is refused to a colleague, who is told who has it, and to anybody when nobody has', async () => {
    const asks = (desk: SignedIn) => [
      callBack(desk, '2026-11-30'),
      desk.ask('setCasePriority', { params: params(), body: { priority: 'low' } }),
      desk.ask('closeHardshipCase', { params: params(), body: { outcome: 'paid', note: 'Paid.' } }),
      desk.ask('handOverCase', { params: params(), body: { to: 'm.delgado', note: 'Vacation.' } }),
    ];
    for (const ask of asks(delgado)) {
      expect(await ask).toMatchObject({
        ok: false,
        problem: { code: 'case_taken', heldBy: 'Chidi Okafor' },
      });
    }
    await okafor.value('putBackHardshipCase', { params: params() });
    for (const ask of asks(okafor)) {
      expect(await ask).toMatchObject({ ok: false, problem: { code: 'case_not_taken' } });
    }
    await okafor.value('takeHardshipCase', { params: params() });
  });

  it('sets how pressing it is, until what is due decides again', async () => {
    const set = (priority: 'low' | null) =>
      okafor.value('setCasePriority', { params: params(), body: { priority } });
    expect(await set('low')).toMatchObject({ priority: 'low', isPrioritySet: true });
    await set('low');
    const { events, ...found } = await set(null);
    expect(found).toMatchObject({ priority: 'urgent', isPrioritySet: false });
    expect(events.slice(0, 3).map(each => each.kind)).toEqual([
      'priority_by_due',
      'priority_low',
      'taken',
    ]);
  });

  it('goes to a colleague by handing over, or by taking it over with a reason that stays', async () => {
    const { colleagues } = await okafor.value('caseColleagues', { params: params() });
    expect(colleagues).toEqual([{ userId: 'm.delgado', name: 'Marta Delgado' }]);
    const handOver = (to: string) =>
      okafor.ask('handOverCase', {
        params: params(),
        body: { to, note: 'On vacation from Monday.' },
      });
    expect(await handOver('r.ames')).toMatchObject({ problem: { code: 'colleague_not_found' } });
    expect(await handOver('m.delgado')).toMatchObject({ ok: true });
    expect(await handOver('m.delgado')).toMatchObject({ ok: true });
    expect((await read(delgado)).owner?.isYou).toBe(true);
    const takeOver = (reason: string) =>
      okafor.ask('takeOverCase', { params: params(), body: { reason } });
    expect(await takeOver('')).toMatchObject({ problem: { code: 'bad_request' } });
    expect(await takeOver('Marta is ill today.')).toMatchObject({ ok: true });
    expect(await callBack(delgado, '2026-11-30')).toMatchObject({
      problem: { code: 'case_taken', heldBy: 'Chidi Okafor' },
    });
    const { events } = await read();
    expect(events.slice(0, 2)).toMatchObject([
      { kind: 'taken_over', detail: { from: 'Marta Delgado', reason: 'Marta is ill today.' } },
      { kind: 'handed_over', detail: { to: 'Marta Delgado', note: 'On vacation from Monday.' } },
    ]);
  });
});

describe('a case is closed', () => {
  const close = (note = 'Everything was paid.') =>
    okafor.ask('closeHardshipCase', { params: { caseId }, body: { outcome: 'paid', note } });

  it('only once nothing is to be done in it; what is done keeps its note, and ends the referral', async () => {
    expect(await close()).toMatchObject({ problem: { code: 'case_has_items' } });
    for (const { itemId } of (await read()).items) {
      const ask = () =>
        okafor.ask('finishCaseItem', {
          params: { caseId, itemId },
          body: { note: 'Spoke with her.' },
        });
      expect(await ask()).toMatchObject({ ok: true });
      expect(await ask()).toMatchObject({ ok: true });
    }
    expect((await read()).items).toEqual([]);
    const { rows } = await backend.pool.query('SELECT closed_at FROM referral');
    expect(rows).toEqual([{ closed_at: expect.any(String) }]);
    const other = { params: { caseId, itemId: randomUUID() }, body: { note: 'Spoke.' } };
    expect(await okafor.ask('finishCaseItem', other)).toMatchObject({
      problem: { code: 'item_not_found' },
    });
  });

  it('and then for good: more to do is another case', async () => {
    const closed = await close();
    expect(closed).toMatchObject({
      ok: true,
      value: { closed: { outcome: 'paid', by: 'Chidi Okafor', note: 'Everything was paid.' } },
    });
    expect(await close()).toMatchObject({ ok: true });
    expect(await close('Otherwise.')).toMatchObject({ problem: { code: 'case_closed' } });
    expect(await callBack(okafor, '2026-11-30')).toMatchObject({
      problem: { code: 'case_closed' },
    });
    expect((await okafor.value('hardshipCases', {})).cases).toEqual([]);
    const body = { mrn: marisol.mrn, reason: 'She called again.' };
    expect((await okafor.value('openHardshipCase', { body })).caseId).not.toBe(caseId);
  });

  it('not while what waits for an application is open: nobody can say that it is done', async () => {
    const body = { mrn: otis.mrn, reason: 'Asked at the counter.' };
    const opened = await okafor.value('openHardshipCase', { body });
    const itemId = randomUUID();
    await backend.pool.query(
      `INSERT INTO hardship_item (item_id, case_id, kind, opened_at, due_on)
       VALUES ($1, $2, 'decision', now(), '2027-01-04')`,
      [itemId, opened.caseId],
    );
    const params = { caseId: opened.caseId, itemId };
    expect(await okafor.ask('finishCaseItem', { params, body: { note: 'Done.' } })).toMatchObject({
      problem: { code: 'item_ends_by_itself' },
    });
  });
});
