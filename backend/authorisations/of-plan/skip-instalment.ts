import { instalmentDay } from '#shared/authorisations/plan-payments.ts';
import { owedInstalments } from '#shared/plans/owed-instalments.ts';
import type { Database } from '../../database/connect.ts';
import { Refused } from '../../http/refused.ts';
import type { About } from '../about.ts';
import type { LockedAuthorisation } from '../locked.ts';
import { followedPlan } from './followed-plan.ts';
import { instalmentName, instalmentRows, leaveOut, writeInstalment } from './planned-rows.ts';

const WHY = 'the payer asked for it';

/** Leaves one instalment out of autopay: it stays due, and is paid otherwise. Left out again it stays left out. */
export async function skipInstalment(
  trx: Database,
  { authorisationId, terms, madeOn }: LockedAuthorisation,
  occurrence: string,
  { now, today }: About,
): Promise<void> {
  const rows = await instalmentRows(trx, authorisationId);
  const row = rows.find(each => each.occurrence === occurrence);
  if (row?.state === 'skipped') return;
  if (row) {
    if (await leaveOut(trx, { authorisationId, occurrence }, WHY, now)) return;
    throw new Refused('already_taken');
  }
  const kept = terms.kind === 'plan' ? await followedPlan(trx, terms) : undefined;
  const owed = kept && owedInstalments(kept.plan, kept.events, today);
  const each = owed?.find(
    ({ number }) => instalmentName(kept?.planId ?? '', number) === occurrence,
  );
  if (!kept || !each || each.dueOn <= madeOn)
    throw new Refused('bad_request', { field: 'occurrence' });
  const { number, dueOn, amountCents } = each;
  const { planId } = kept;
  const skipped = { authorisationId, planId, number, dueOn, amountCents, varies: false };
  await writeInstalment(trx, { ...skipped, payOn: instalmentDay(dueOn), leftOut: WHY }, now);
}
