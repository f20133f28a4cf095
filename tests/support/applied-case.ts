import { randomUUID } from 'node:crypto';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { TestDesk } from './test-desk.ts';

/** An application of a case at a desk; the ids it is asked for by. */
export interface AppliedCase {
  readonly caseId: string;
  readonly applicationId: string;
}

/** Keeps what a household of two says that earns three thousand dollars a month. */
export async function screenHousehold({ value }: TestDesk, caseId: string): Promise<void> {
  await value('screening.save', {
    caseId,
    screeningId: randomUUID(),
    household: {
      said: {
        state: 'CA',
        people: 2,
        incomes: [{ source: 'wages', amountCents: cents(300_000), period: 'monthly' }],
        medicalExpensesCents: cents(0),
        essentialExpensesCentsAMonth: null,
        coverageOffered: false,
        needsPrescriptions: false,
      },
      confirmed: { rows: [], none: false },
    },
  });
}

/** What an applicant in California says today. */
export const saidToday = () => ({
  how: 'spoken' as const,
  on: dateIn('America/Los_Angeles', instantOf(Date.now())),
  recordingReference: 'R-20261201-0042',
});

/** Begins an application in a case of the counselor at this desk. */
export async function draftApplication(desk: TestDesk, caseId: string): Promise<AppliedCase> {
  await screenHousehold(desk, caseId);
  const applied = { caseId, applicationId: randomUUID() };
  await desk.value('applications.begin', applied);
  return applied;
}

/** Hands it in. */
export async function submittedApplication(desk: TestDesk, caseId: string): Promise<AppliedCase> {
  const applied = await draftApplication(desk, caseId);
  await desk.value('applications.submit', { ...applied, statement: saidToday() });
  return applied;
}

async function changeTo({ value }: TestDesk, userId: string): Promise<void> {
  await value('session.signOut', null);
  await value('session.signIn', { userId, password: 'sandbox-only' });
}

/** Has every document waived, and a supervisor sit down who may decide it. */
export async function applicationToDecide(desk: TestDesk, caseId: string): Promise<AppliedCase> {
  const applied = await submittedApplication(desk, caseId);
  for (const kind of ['identity', 'income', 'address'] as const) {
    const change = { state: 'waived', why: 'seen before' } as const;
    await desk.value('applications.requirement', { ...applied, kind, change });
  }
  await changeTo(desk, 's.lindqvist');
  return applied;
}

/** Has it denied, and the counselor back at the desk. */
export async function deniedApplication(desk: TestDesk, caseId: string): Promise<AppliedCase> {
  const applied = await applicationToDecide(desk, caseId);
  const decision = { outcome: 'denied', reason: 'nothing was proved' } as const;
  await desk.value('applications.decide', {
    ...applied,
    determinationId: randomUUID(),
    decision,
  });
  await changeTo(desk, 'c.okafor');
  return applied;
}
