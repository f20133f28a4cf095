import { sql } from 'kysely';
import { mayBeFollowedUpOn, mayHaveHappenedOn } from '#shared/hardship/programme-days.ts';
import type { ProgrammeFollowUp, ProgrammeReferral } from '#shared/hardship/programmes.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { refuseCardNumber } from '../../kept/refuse-card-number.ts';
import { ownCase } from '../about-case.ts';
import { programmeIn, writeStep } from './write-step.ts';

interface ToFollowUp {
  readonly caseId: string;
  readonly programmeReferralId: string;
  readonly stepId: string;
  readonly body: ProgrammeFollowUp;
}

/** Whether it is written already under this id; something else there is `key_reused`. */
async function isWritten(db: Database, asked: ToFollowUp): Promise<boolean> {
  const { programmeReferralId: id, stepId, body } = asked;
  const { rows } = await sql<{ isSame: boolean }>`
    SELECT programme_referral_id = ${id} AND kind = 'followed_up' AND happened_on = ${body.happenedOn}
      AND note = ${body.note} AND follow_up_on = ${body.followUpOn} AS "isSame"
    FROM programme_step WHERE step_id = ${stepId}`.execute(db);
  const [found] = rows;
  if (found && !found.isSame) throw new Refused('key_reused');
  return found !== undefined;
}

/** Notes that it was asked after, and has it asked after again; once under its id. */
export async function followUpProgramme(
  db: Database,
  asked: ToFollowUp,
  person: Person,
  nowMs: number,
): Promise<ProgrammeReferral> {
  const { caseId, programmeReferralId: id, stepId, body } = asked;
  refuseCardNumber(body.note, 'note');
  return db.transaction().execute(async trx => {
    const about = await ownCase(trx, person, caseId, nowMs);
    const found = await programmeIn(trx, caseId, id);
    if (await isWritten(trx, asked)) return found;
    if (found.outcome) throw new Refused('programme_ended');
    const { today } = about;
    if (!mayHaveHappenedOn(body.happenedOn, { since: found.referredOn, today })) {
      throw new Refused('programme_day_wrong', { field: 'happenedOn' });
    }
    if (!mayBeFollowedUpOn(body.followUpOn, today)) {
      throw new Refused('programme_follow_up_wrong', { field: 'followUpOn' });
    }
    const step = { stepId, kind: 'followed_up', outcome: null, ...body } as const;
    await writeStep(trx, found, step, about);
    return programmeIn(trx, caseId, id);
  });
}
