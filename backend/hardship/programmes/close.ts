import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayHaveHappenedOn } from '#shared/hardship/programme-days.ts';
import type {
  OutsideProgramme,
  ProgrammeEnd,
  ProgrammeReferral,
} from '#shared/hardship/programmes.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { refuseCardNumber } from '../../kept/refuse-card-number.ts';
import { type AboutCase, ownCase } from '../about-case.ts';
import { closeItem } from '../open-item.ts';
import { programmeIn, writeStep } from './write-step.ts';

interface ToClose {
  readonly caseId: string;
  readonly programmeReferralId: string;
  readonly body: ProgrammeEnd;
}

/** What calls had noted about this programme has come to its end, so that the next call says no more of it. */
async function closeNoted(trx: Database, programme: OutsideProgramme, about: AboutCase) {
  const { guarantorId, now, userId } = about;
  const { rows } = await sql<{ id: string }>`
    UPDATE referral SET closed_at = greatest(${now}, referred_at)
    WHERE guarantor_id = ${guarantorId} AND programme = ${programme} AND closed_at IS NULL
    RETURNING referral_id AS id`.execute(trx);
  for (const { id } of rows) await closeItem(trx, { kind: 'referral', about: id, now, userId });
}

/** Ends a referral with what became of it; said again it is answered as the first time. */
export async function closeProgramme(
  db: Database,
  { caseId, programmeReferralId: id, body }: ToClose,
  person: Person,
  nowMs: number,
): Promise<ProgrammeReferral> {
  refuseCardNumber(body.note, 'note');
  return db.transaction().execute(async trx => {
    const about = await ownCase(trx, person, caseId, nowMs);
    const found = await programmeIn(trx, caseId, id);
    const last = found.steps.at(-1);
    if (found.outcome) {
      const isSame =
        found.outcome === body.outcome &&
        last?.note === body.note &&
        last.happenedOn === body.happenedOn;
      if (isSame) return found;
      throw new Refused('programme_ended');
    }
    if (!mayHaveHappenedOn(body.happenedOn, { since: found.referredOn, today: about.today })) {
      throw new Refused('programme_day_wrong', { field: 'happenedOn' });
    }
    const step = { stepId: randomUUID(), kind: 'closed', followUpOn: null, ...body } as const;
    await writeStep(trx, found, step, about);
    await closeNoted(trx, found.programme, about);
    return programmeIn(trx, caseId, id);
  });
}
