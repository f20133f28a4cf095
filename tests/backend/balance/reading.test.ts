import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

describe('the balance', () => {
  it('is the whole bill of the guarantor: accounts of all patients, charges, statements', async () => {
    const balance = await (await verifiedCall(await backend.signIn())).balance();
    expect(balance.patients.map(patient => patient.mrn).sort()).toEqual([
      personas.marisol.mrn,
      personas.tomas.mrn,
    ]);
    const total = balance.accounts.reduce((sum, account) => sum + account.balanceCents, 0);
    expect(total).toBe(128_460);
    const open = balance.charges.reduce((sum, charge) => sum + charge.openCents, 0);
    expect(open).toBe(total);
    expect(balance.guarantor).toMatchObject({ timeZone: 'America/Los_Angeles', language: 'en' });
  });

  it('tells of open disputes, applications and plans', async () => {
    const desk = await backend.signIn();
    const { disputes, charges } = await (await verifiedCall(desk, personas.priya)).balance();
    expect(disputes).toHaveLength(1);
    const disputed = charges.filter(charge => charge.disputed).map(charge => charge.chargeId);
    expect(disputed).toEqual([disputes[0]?.chargeId]);
    const { applications } = await (await verifiedCall(desk, personas.darnell)).balance();
    expect(applications).toMatchObject([{ programme: 'mfa' }]);
    const { plan } = await (await verifiedCall(desk, personas.hannah)).balance();
    expect(plan).toMatchObject({ months: 6 });
  });

  it('keeps the ledgers of care and coverage apart', async () => {
    const call = await verifiedCall(await backend.signIn(), personas.consuelo);
    const { accounts } = await call.balance();
    expect(new Set(accounts.map(account => account.ledger))).toEqual(
      new Set(['medical', 'premium']),
    );
  });

  it('is for whoever verified the caller, on this bill, within four hours', async () => {
    const call = await verifiedCall(await backend.signIn());
    const { verificationId } = call;
    const read = async (desk = call.desk, id: string = verificationId) => {
      const answer = await desk.ask('balance', { params: { verificationId: id } });
      return answer.ok ? 'read' : answer.problem.code;
    };
    expect(await read()).toBe('read');
    expect(await read(await backend.signIn('c.okafor'))).toBe('not_verified');
    expect(await read(call.desk, crypto.randomUUID())).toBe('not_verified');
    backend.later(4 * 3_600_000);
    expect(await read()).toBe('not_verified');
  });
});
