import { sql } from 'kysely';
import { appealUntil, awardUntil } from '#shared/assistance/application-clock.ts';
import { type AssistancePolicy, assistancePolicy } from '#shared/assistance/policy.ts';
import { type AwardProposal, proposalFor } from '#shared/assistance/proposal.ts';
import type { ApplicationDecision } from '#shared/contract/applications.ts';
import { refuseCardInReason } from '../../after-payment/about-payment.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { closeItem } from '../open-item.ts';
import { applyAward } from './award.ts';
import { applicationHappened } from './events.ts';
import { refuseUnproved } from './proved.ts';
import { lockToDecide, type ToDecide } from './to-decide.ts';

interface ToWrite {
  readonly determinationId: string;
  readonly applicationId: string;
  readonly decision: ApplicationDecision;
}

/**
 * Refuses an award the policy does not have, and without a reason one other than the rule's, one that answers an
 * appeal, and a supervisor's.
 */
function refuseUnreasoned(
  decision: ApplicationDecision,
  { percent, percents }: AwardProposal,
  { number }: ToDecide,
  { role }: Person,
): void {
  if (decision.outcome === 'denied') return;
  if (!percents.includes(decision.percent)) throw new Refused('award_not_in_policy');
  const needsReason = decision.percent !== percent || number === 2 || role === 'supervisor';
  if (needsReason && decision.reason === null) {
    throw new Refused('decision_reason_missing', { field: 'decision.reason' });
  }
}

async function writeDetermination(
  trx: Database,
  { determinationId, decision }: ToWrite,
  { application, today, now, number }: ToDecide,
  { policy, proposal }: { policy: AssistancePolicy; proposal: AwardProposal },
  { user, workstationId }: Person,
): Promise<void> {
  const { outcome, reason } = decision;
  const percent = decision.outcome === 'awarded' ? decision.percent : null;
  const validUntil = percent === null ? null : awardUntil(policy, today);
  const mayAppeal = outcome === 'denied' && number === 1;
  await sql`
    INSERT INTO assistance_determination (determination_id, application_id, number, outcome, proposed_percent, percent, basis,
      reason, decided_on, decided_at, decided_by, workstation_id, valid_until, appeal_until)
    VALUES (${determinationId}, ${application.applicationId}, ${number}, ${outcome}, ${proposal.percent}, ${percent},
      ${JSON.stringify(proposal)}, ${reason}, ${today}, ${now}, ${user.userId}, ${workstationId}, ${validUntil},
      ${mayAppeal ? appealUntil(policy, today) : null})`.execute(trx);
  await sql`
    UPDATE assistance_application SET state = ${outcome}, state_on = ${today}, state_at = ${now}
    WHERE application_id = ${application.applicationId}`.execute(trx);
}

async function tell(
  trx: Database,
  { determinationId, decision }: ToWrite,
  { application, now, number }: ToDecide,
  { user, workstationId }: Person,
): Promise<void> {
  const { applicationId, guarantorId, caseId } = application;
  const { userId } = user;
  const kind = number === 2 ? 'appeal' : 'decision';
  await closeItem(trx, { kind, about: applicationId, now, userId });
  const happening = number === 2 ? 'appeal_decided' : decision.outcome;
  const percent = decision.outcome === 'awarded' ? decision.percent : null;
  const detail = { determinationId, outcome: decision.outcome, percent };
  const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
  await applicationHappened(trx, { happening, ...who, detail });
}

/** Whether this very determination was made before, by the same person; another under its id is `key_reused`. */
async function madeBefore(trx: Database, { determinationId, applicationId }: ToWrite, who: Person) {
  const { rows } = await sql<{ applicationId: string; by: string }>`
    SELECT application_id AS "applicationId", decided_by AS by FROM assistance_determination
    WHERE determination_id = ${determinationId}`.execute(trx);
  const [made] = rows;
  if (!made) return false;
  if (made.applicationId !== applicationId || made.by !== who.user.userId) {
    throw new Refused('key_reused');
  }
  return true;
}

/**
 * Decides an application, or its appeal, once under its id, and takes an award off what is open in the same
 * transaction. Two who decide at once take turns: the second hears that it was decided.
 */
export function decideApplication(
  db: Database,
  toWrite: ToWrite,
  person: Person,
  nowMs: number,
): Promise<void> {
  const { applicationId, determinationId, decision } = toWrite;
  if (decision.reason) refuseCardInReason(decision.reason, 'decision.reason');
  return db.transaction().execute(async trx => {
    if (await madeBefore(trx, toWrite, person)) return;
    const toDecide = await lockToDecide(trx, applicationId, person, nowMs);
    const { application, region, today, now } = toDecide;
    const { guarantorId, household, submittedOn } = application;
    const policy = submittedOn && assistancePolicy(region, submittedOn);
    if (!policy || !submittedOn) throw new Refused('application_not_in_review');
    const proposal = proposalFor(household, submittedOn);
    refuseUnreasoned(decision, proposal, toDecide, person);
    if (decision.outcome === 'awarded') await refuseUnproved(trx, applicationId);
    await writeDetermination(trx, toWrite, toDecide, { policy, proposal }, person);
    if (decision.outcome === 'awarded') {
      const { percent } = decision;
      const award = { determinationId, guarantorId, percent, today, now, runOn: null };
      await applyAward(trx, award);
    }
    await tell(trx, toWrite, toDecide, person);
  });
}
