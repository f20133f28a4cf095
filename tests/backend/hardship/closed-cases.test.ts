import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { CLOSED_CASES_AT_ONCE } from '#shared/contract/closed-cases.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol, otis } = personas;
let backend: TestBackend;
let okafor: SignedIn;
let delgado: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-25T18:00Z' });
  okafor = await backend.signIn('c.okafor');
  delgado = await backend.signIn('m.delgado');
});
afterAll(() => backend.stop());

const close = { outcome: 'paid', note: 'Everything was paid at once.' } as const;
async function closedCase(mrn = marisol.mrn): Promise<string> {
  const body = { mrn, reason: 'asked for help' };
  const { caseId } = await okafor.value('openHardshipCase', { body });
  backend.later(1_000);
  await okafor.value('closeHardshipCase', { params: { caseId }, body: close });
  return caseId;
}
const find = async (search: string, by = okafor) =>
  (await by.value('closedCases', { body: { search, before: null } })).cases;
const reopen = (caseId: string, by: SignedIn) =>
  by.ask('reopenHardshipCase', { params: { caseId }, body: { reason: 'They called again.' } });

describe('a closed case', () => {
  it('is found by its name, medical record, guarantor and number, the last closed first', async () => {
    const first = await closedCase();
    const other = await closedCase(otis.mrn);
    const { guarantorId } = marisol;
    for (const search of ["o'neil", marisol.mrn, guarantorId, first.slice(0, 8), first]) {
      expect((await find(search)).map(each => each.caseId)).toEqual([first]);
    }
    expect((await find('')).map(each => each.caseId)).toEqual([other, first]);
    expect(await find('%')).toEqual([]);
    expect((await find(first))[0]?.closed).toMatchObject({ by: 'Chidi Okafor', ...close });
  });

  it('is opened again by whoever takes it, once, and how it was closed stays in its history', async () => {
    const [last] = await find(otis.mrn);
    const caseId = last?.caseId ?? '';
    expect(await reopen(caseId, delgado)).toMatchObject({ ok: true, value: { closed: null } });
    expect(await reopen(caseId, delgado)).toMatchObject({
      ok: true,
      value: { owner: { isYou: true }, items: [] },
    });
    expect(await reopen(caseId, okafor)).toMatchObject({ problem: { code: 'case_taken' } });
    const { events } = await delgado.value('hardshipCase', { params: { caseId } });
    expect(events.map(({ kind }) => kind).slice(0, 2)).toEqual(['reopened', 'closed']);
    expect(await find(otis.mrn)).toEqual([]);
  });

  it('stays closed while another of its guarantor is open', async () => {
    const caseId = await closedCase();
    const body = { mrn: marisol.mrn, reason: 'asked again' };
    await delgado.value('openHardshipCase', { body });
    expect(await reopen(caseId, okafor)).toMatchObject({ problem: { code: 'case_open_already' } });
    expect(await find(caseId)).toHaveLength(1);
  });

  it('comes page by page, each once, also those closed at the same instant', async () => {
    const count = CLOSED_CASES_AT_ONCE + 3;
    await backend.pool.query(
      `INSERT INTO hardship_case (case_id, guarantor_id, opened_at, closed_at, closed_by, outcome, closing_note)
       SELECT gen_random_uuid(), $1, '2025-01-01', '2025-02-01', 'c.okafor', 'other', 'of before'
       FROM generate_series(1, $2::int)`,
      [personas.consuelo.guarantorId, count],
    );
    const search = personas.consuelo.guarantorId;
    const first = await okafor.value('closedCases', { body: { search, before: null } });
    const rest = await okafor.value('closedCases', { body: { search, before: first.next } });
    expect(rest).toMatchObject({ next: null });
    expect(new Set([...first.cases, ...rest.cases].map(each => each.caseId)).size).toBe(count);
  });

  it('is seen by counselors alone, in their regions, and each name that was seen is kept', async () => {
    const representative = await backend.signIn();
    const asked = await representative.ask('closedCases', { body: { search: '', before: null } });
    expect(asked).toMatchObject({ problem: { code: 'not_allowed' } });
    const { rows } = await backend.pool.query(
      `SELECT DISTINCT guarantor_id FROM access_event WHERE action = 'case_listed' AND user_id = 'c.okafor'`,
    );
    expect(rows).toContainEqual({ guarantor_id: marisol.guarantorId });
  });
});
