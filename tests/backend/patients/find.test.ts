import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let desk: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  desk = await backend.signIn();
});
afterAll(() => backend.stop());

const { marisol, tomas } = personas;

async function found(find: object, callId: string | null = null): Promise<string[] | string> {
  const answer = await desk.ask('findPatients', { body: { find, callId } as never });
  return answer.ok ? answer.value.patients.map(patient => patient.mrn) : answer.problem.code;
}

describe('finding a patient', () => {
  it('by each of the four identifiers', async () => {
    expect(await found({ by: 'mrn', mrn: marisol.mrn })).toEqual([marisol.mrn]);
    const family = [marisol.mrn, tomas.mrn];
    const { billPayNumber, guarantorId, medicalAccount } = marisol;
    expect(await found({ by: 'bill_pay_number', billPayNumber })).toEqual(family);
    expect(await found({ by: 'guarantor_id', guarantorId })).toEqual(family);
    expect(await found({ by: 'account_number', accountNumber: medicalAccount })).toEqual([
      marisol.mrn,
    ]);
  });

  it.each([
    ["Marisol O'Neil-Đặng", marisol],
    ['marisol oneil dang', marisol],
    ['ONeil Dang, Marisol', marisol],
    ['O Neil', marisol],
    ['thao nguyen do', personas.thao],
    ['suharti', personas.suharti],
    ['Kaahumanu', personas.leilani],
    ['st clair osei', personas.edith],
    ['HECTOR IBANEZ', personas.hector],
  ])('by the name "%s" with the date of birth', async (name, { birthDate, mrn }) => {
    expect(await found({ by: 'name', name, birthDate })).toEqual([mrn]);
  });

  it('not by a name with another date of birth, nor by somebody else’s name', async () => {
    const { birthDate } = marisol;
    expect(await found({ by: 'name', name: 'Marisol', birthDate: '1962-03-15' })).toBe(
      'patient_not_found',
    );
    expect(await found({ by: 'name', name: 'Mirasol', birthDate })).toBe('patient_not_found');
  });

  it('not by a date of birth alone, with signs where the name should be', async () => {
    const { birthDate } = marisol;
    expect(await found({ by: 'name', name: ' , ', birthDate })).toBe('bad_request');
  });

  it('shows what is needed to greet and to warn, and nothing of the bill', async () => {
    const body = { find: { by: 'mrn', mrn: tomas.mrn } as const, callId: null };
    const { patients } = await desk.value('findPatients', { body });
    expect(patients).toEqual([
      {
        mrn: tomas.mrn,
        name: "Tomás O'Neil-Đặng",
        guarantorId: tomas.guarantorId,
        guarantorName: "Marisol O'Neil-Đặng",
        isGuarantor: false,
        region: 'NCAL',
        language: 'en',
        isMinor: true,
        isDeceased: false,
        lockedAt: null,
      },
    ]);
  });

  it('keeps who looked at whom under which call, and looks that found nobody', async () => {
    const callId = randomUUID();
    await found({ by: 'mrn', mrn: marisol.mrn }, callId);
    await found({ by: 'mrn', mrn: '99999999' }, callId);
    const { rows } = await backend.pool.query(
      'SELECT user_id, action, mrn, reason FROM access_event WHERE call_id = $1 ORDER BY at',
      [callId],
    );
    expect(rows).toEqual([
      { user_id: 'r.ames', action: 'found', mrn: marisol.mrn, reason: 'mrn' },
      { user_id: 'r.ames', action: 'found', mrn: null, reason: 'mrn' },
    ]);
    const forget = backend.pool.query('DELETE FROM access_event');
    await expect(forget).rejects.toThrow(/never changed or deleted/);
  });
});
