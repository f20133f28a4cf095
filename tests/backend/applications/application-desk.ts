import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { answersFor } from '#shared/assistance/answers.ts';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { Household } from '#shared/assistance/screening.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { ApplicationDecision, RequirementChange } from '#shared/contract/applications.ts';
import { cents } from '#shared/money/cents.ts';
import { regions } from '#shared/organization/regions.ts';
import { StateCode } from '#shared/plans/states.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** More counselors than the sandbox has, with its password. */
export async function hireCounselors(pool: pg.Pool): Promise<void> {
  await pool.query(`INSERT INTO user_account (user_id, name, role, regions, password_hash, enabled_at)
    SELECT also.user_id, also.name, role, regions, password_hash, enabled_at
    FROM user_account, (VALUES ('c.reyes', 'Carmen Reyes'), ('c.tran', 'Claude Tran')) AS also (user_id, name)
    WHERE user_account.user_id = 'c.okafor'`);
}

/** A household of two in California that earns so much a month. */
export const earning = (monthlyCents: number, changed: Partial<Household> = {}): Household => ({
  region: 'SCAL',
  state: StateCode.parse('CA'),
  people: 2,
  incomes: [{ source: 'wages', amountCents: cents(monthlyCents), period: 'monthly' }],
  medicalExpensesCents: cents(0),
  essentialExpensesCentsAMonth: null,
  coverageOffered: false,
  needsPrescriptions: false,
  ...changed,
});

/** A paper that lies here as no file. */
export const inPerson = {
  how: 'in_person',
  what: 'the paper itself',
  by: 'Chidi Okafor',
} as const;

/** A case of a counselor, with what the household said in it, and the asking for its applications. */
export async function applicationDesk(
  backend: TestBackend,
  owner: SignedIn,
  guarantorId: string,
  household: Household = earning(300_000),
) {
  const { pool } = backend;
  const now = () => instantOf(backend.now());
  const today = () => dateIn(regions[household.region].timeZone, now());
  const caseId = randomUUID();
  const { userId } = owner.session.user;
  await pool.query(
    `INSERT INTO hardship_case (case_id, guarantor_id, opened_at, owner, owned_at) VALUES ($1, $2, $3, $4, $3)`,
    [caseId, guarantorId, now(), userId],
  );
  async function screened(said: Household): Promise<void> {
    backend.later(1_000);
    await pool.query(
      `INSERT INTO screening (screening_id, case_id, guarantor_id, made_at, made_by, workstation_id, household, confirmed,
         answers, policy_from, guideline_year)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '{"rows": [], "none": false}', $8, '2026-01-01', 2026)`,
      [
        randomUUID(),
        caseId,
        guarantorId,
        now(),
        userId,
        owner.workstationId,
        JSON.stringify(said),
        JSON.stringify(answersFor(said, today())),
      ],
    );
  }
  await screened(household);
  const applicationId = randomUUID();
  const params = { applicationId };
  const statement = () => ({
    how: 'spoken' as const,
    on: today(),
    recordingReference: 'R-20261201-0042',
  });
  const begin = (by = owner, id = applicationId) =>
    by.ask('beginApplication', { params: { applicationId: id }, body: { caseId } });
  const submit = (by = owner, said: ReturnType<typeof statement> = statement()) =>
    by.ask('submitApplication', { params, body: { caseId, statement: said } });
  const settle = (kind: DocumentKind, change: RequirementChange, by = owner) =>
    by.ask('settleRequirement', { params: { ...params, kind }, body: { caseId, change } });
  const decide = (by: SignedIn, decision: ApplicationDecision, determinationId = randomUUID()) =>
    by.ask('decideApplication', { params: { determinationId }, body: { applicationId, decision } });
  const read = async (by = owner): Promise<AssistanceApplication> => {
    const { applications } = await by.value('caseApplications', { params: { caseId } });
    const [newest] = applications;
    if (!newest) throw new Error('Nothing was applied for.');
    return newest;
  };
  return {
    caseId,
    applicationId,
    today,
    screened,
    statement,
    begin,
    submit,
    settle,
    decide,
    read,
    appeal: (by = owner, note = 'The wages are of the year before.') =>
      by.ask('appealApplication', { params, body: { caseId, note } }),
    withdraw: (by = owner, note = 'They found other help.') =>
      by.ask('withdrawApplication', { params, body: { caseId, note } }),
    /** Handed in, with every document seen and accepted today. */
    async inReview(): Promise<AssistanceApplication> {
      await begin();
      await submit();
      for (const { kind } of (await read()).requirements) {
        await settle(kind, { state: 'accepted', on: today(), seen: inPerson });
      }
      return read();
    },
  };
}

/** What an answer says: the state of the application, or why it was refused. */
export function said(answer: {
  readonly ok: boolean;
  readonly value?: { readonly state: string };
  readonly problem?: { readonly code: string };
}): string {
  return answer.value?.state ?? answer.problem?.code ?? '';
}
