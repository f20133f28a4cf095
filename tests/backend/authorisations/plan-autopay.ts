import { randomUUID } from 'node:crypto';
import { sendTheLetters } from '#backend/runs/letters/step.ts';
import { billPlans, watchPlans } from '#backend/runs/plans/steps.ts';
import { takePaymentsToCome } from '#backend/runs/scheduled/step.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { VerifiedCall } from '#tests/support/backend-call.ts';
import type { Answer } from '#tests/support/backend-client.ts';
import { captureAccount } from '#tests/support/debit-order.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';
import { agreementTo } from './agreed.ts';

/** The steps of a day that have to do with it, in their order. */
export const autopaySteps = [billPlans, watchPlans, takePaymentsToCome, sendTheLetters];

/** What is authorised of a plan as it stands. */
export const ofPlan = ({ planId, standing }: AgreedPlan): PlanAutopayTerms => ({
  kind: 'plan',
  ledger: 'medical',
  planId,
  instalments: standing.coming,
});

/** Autopay of a plan, agreed to on a call by a card or by a bank account. */
export async function askAutopay(
  call: VerifiedCall,
  terms: PlanAutopayTerms,
  by: { card: string } | { account: string } = { card: '4242424242424242' },
): Promise<Answer<Authorisation>> {
  const paidBy = 'card' in by ? 'card' : 'ach';
  const token =
    'card' in by
      ? await call.capture(by.card)
      : await captureAccount(call, { accountNumber: by.account });
  return call.desk.ask('makeAuthorisation', {
    params: { authorisationId: randomUUID() },
    body: {
      verificationId: call.verificationId,
      method: { kind: paidBy, token },
      terms,
      agreement: agreementTo(terms, paidBy),
    },
  });
}

/** As above; throws when it is refused. */
export async function autopaid(...given: Parameters<typeof askAutopay>): Promise<Authorisation> {
  const answer = await askAutopay(...given);
  if (!answer.ok) throw new Error(`refused: ${answer.problem.code}`);
  return answer.value;
}

export interface Taken {
  readonly on: string;
  readonly cents: number;
  readonly state: string;
}

/** What was taken under an authorisation so far: the day in California, the cents, and how it stands. */
export async function takenUnder(backend: TestBackend, authorisationId: string): Promise<Taken[]> {
  const { rows } = await backend.pool.query(
    `SELECT (taken_at AT TIME ZONE 'America/Los_Angeles')::date::text AS on, amount_cents::int AS cents, state
     FROM scheduled_attempt JOIN payment ON key = payment_key WHERE authorisation_id = $1 ORDER BY taken_at`,
    [authorisationId],
  );
  return rows;
}

/** Every payment that was planned under it, in the order of the plan. */
export async function plannedUnder(backend: TestBackend, authorisationId: string) {
  const { rows } = await backend.pool.query(
    `SELECT instalment, agreed_on::text AS "dueOn", pay_on::text AS "payOn", amount_cents::int AS cents, state,
       state_why AS why, varies FROM scheduled_payment WHERE authorisation_id = $1 ORDER BY agreed_on, instalment`,
    [authorisationId],
  );
  return rows;
}
