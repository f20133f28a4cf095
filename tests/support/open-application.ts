import { randomUUID } from 'node:crypto';
import { personas } from '#backend/seed/personas.ts';
import type { TestBackend } from './test-backend.ts';

const household = {
  region: 'NCAL',
  state: 'CA',
  people: 2,
  incomes: [{ source: 'wages', amountCents: 300_000, period: 'monthly' }],
  medicalExpensesCents: 0,
  essentialExpensesCentsAMonth: null,
  coverageOffered: false,
  needsPrescriptions: false,
};

export interface OpenApplication {
  readonly caseId: string;
  readonly applicationId: string;
  readonly guarantorId: string;
}

/** An application of Marisol's, or of whoever is told, in a case that a counselor has. */
export async function openApplication(
  backend: TestBackend,
  userId = 'c.okafor',
  { mrn }: (typeof personas)[keyof typeof personas] = personas.marisol,
): Promise<OpenApplication> {
  const caseId = randomUUID();
  const applicationId = randomUUID();
  const now = new Date(backend.now()).toISOString();
  const { rows } = await backend.pool.query(
    `INSERT INTO hardship_case (case_id, guarantor_id, opened_at, owner, owned_at)
     SELECT $1, guarantor_id, $2, $3, $2 FROM patient WHERE mrn = $4 RETURNING guarantor_id`,
    [caseId, now, userId, mrn],
  );
  const guarantorId = rows[0].guarantor_id as string;
  await backend.pool.query(
    `INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on, case_id, state, state_on,
       state_at, begun_at, begun_by, household)
     VALUES ($1, $2, 'mfa', $3::timestamptz::date, $4, 'draft', $3::timestamptz::date, $3, $3, $5, $6)`,
    [applicationId, guarantorId, now, caseId, userId, JSON.stringify(household)],
  );
  return { caseId, applicationId, guarantorId };
}
