import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const guarantorId = '300100014';

/** Marisol's open case, opened when there is none, taken by `userId`. */
export async function takenCase({ pool, now }: TestBackend, userId = 'c.okafor'): Promise<string> {
  const at = instantOf(now());
  await pool.query(
    `INSERT INTO hardship_case (case_id, guarantor_id, opened_at) VALUES ($1, $2, $3)
     ON CONFLICT (guarantor_id) WHERE closed_at IS NULL DO NOTHING`,
    [randomUUID(), guarantorId, at],
  );
  const { rows } = await pool.query(
    `UPDATE hardship_case SET owner = $1, owned_at = $2
     WHERE guarantor_id = $3 AND closed_at IS NULL RETURNING case_id`,
    [userId, at, guarantorId],
  );
  return rows[0].case_id;
}

/** A household as a counselor types it: three people on 4,000.00 a month. */
export const threePeople = {
  state: 'CA',
  people: 3,
  incomes: [{ source: 'wages' as const, amountCents: 400_000, period: 'monthly' as const }],
  medicalExpensesCents: 120_000,
  essentialExpensesCentsAMonth: 320_000,
  coverageOffered: false,
  needsPrescriptions: true,
};
export const nothingAskedBack = { rows: [] as number[], none: false };

/** What a counselor does in a case, as routes take it. */
export function counselor(signedIn: SignedIn, caseId: string, { now }: TestBackend) {
  const today = () => dateIn('America/Los_Angeles', instantOf(now()));
  return {
    today,
    save: (said: object = threePeople, confirmed = nothingAskedBack, screeningId = randomUUID()) =>
      signedIn.ask('saveScreening', {
        params: { caseId, screeningId },
        body: { said: said as typeof threePeople, confirmed },
      }),
    read: () => signedIn.value('screenings', { params: { caseId } }),
    refer: (changes: object = {}, programmeReferralId = randomUUID()) =>
      signedIn.ask('referToProgramme', {
        params: { caseId, programmeReferralId },
        body: {
          ...{ programme: 'pharmacy', organization: 'Medicines for All' },
          ...{ contact: 'Desk 4, 415-555-0142', note: '', inSpite: null },
          ...{ referredOn: today(), followUpOn: addDays(today(), 14) },
          ...changes,
        },
      }),
    followUp: (programmeReferralId: string, changes: object = {}, stepId = randomUUID()) =>
      signedIn.ask('followUpProgramme', {
        params: { caseId, programmeReferralId, stepId },
        body: {
          happenedOn: today(),
          note: 'They ask for a pay slip.',
          followUpOn: addDays(today(), 7),
          ...changes,
        },
      }),
    close: (programmeReferralId: string, changes: object = {}) =>
      signedIn.ask('closeProgramme', {
        params: { caseId, programmeReferralId },
        body: { outcome: 'enrolled', happenedOn: today(), note: 'Card comes by mail.', ...changes },
      }),
    programmes: () => signedIn.value('programmes', { params: { caseId } }),
    inDays: (days: number): CalendarDate => addDays(today(), days),
  };
}

export const refusal = (answer: { ok: boolean }) => {
  if (!('problem' in answer)) return 'none';
  const { code, field } = answer.problem as { code: string; field?: string };
  return field === undefined ? code : `${code} ${field}`;
};
