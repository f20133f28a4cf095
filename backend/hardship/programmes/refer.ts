import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayBeFollowedUpOn, mayHaveHappenedOn } from '#shared/hardship/programme-days.ts';
import type { ProgrammeReferral, ProgrammeToRefer } from '#shared/hardship/programmes.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { refuseCardNumber } from '../../kept/refuse-card-number.ts';
import { type AboutCase, ownCase } from '../about-case.ts';
import { newestScreening } from '../screening/read-screening.ts';
import { findProgramme } from './read-programmes.ts';
import { programmeIn, writeStep } from './write-step.ts';

interface ToRefer {
  readonly caseId: string;
  readonly programmeReferralId: string;
  readonly body: ProgrammeToRefer;
}

/** What stands under this id, if it is the same; another one is `key_reused`. */
async function keptAs(db: Database, { caseId, programmeReferralId, body }: ToRefer) {
  const kept = await findProgramme(db, programmeReferralId);
  if (!kept) return undefined;
  const [first] = kept.steps;
  const isSame =
    kept.caseId === caseId &&
    (['programme', 'organization', 'contact', 'referredOn', 'inSpite'] as const).every(
      name => kept[name] === body[name],
    ) &&
    first?.note === body.note &&
    first.followUpOn === body.followUpOn;
  if (!isSame) throw new Refused('key_reused');
  return kept;
}

async function write(trx: Database, { programmeReferralId: id, body }: ToRefer, about: AboutCase) {
  const { programme, organization, contact, referredOn, followUpOn, note, inSpite } = body;
  const { caseId, guarantorId, today } = about;
  if (!mayHaveHappenedOn(referredOn, { today })) {
    throw new Refused('programme_day_wrong', { field: 'referredOn' });
  }
  if (!mayBeFollowedUpOn(followUpOn, today)) {
    throw new Refused('programme_follow_up_wrong', { field: 'followUpOn' });
  }
  const known = await newestScreening(trx, guarantorId);
  const said = known?.answers.results.find(each => each.programme === programme)?.answer ?? null;
  if (said === 'not_eligible' && inSpite === null) {
    throw new Refused('programme_reason_missing', { field: 'inSpite' });
  }
  await sql`
    INSERT INTO programme_referral (programme_referral_id, case_id, guarantor_id, programme, organization, contact,
      referred_on, screening_id, screening_said, in_spite)
    VALUES (${id}, ${caseId}, ${guarantorId}, ${programme}, ${organization}, ${contact}, ${referredOn},
      ${said && known ? known.screeningId : null}, ${said}, ${inSpite})`.execute(trx);
  const step = {
    kind: 'referred',
    happenedOn: referredOn,
    note,
    followUpOn,
    outcome: null,
  } as const;
  const which = { programmeReferralId: id, programme, organization };
  await writeStep(trx, which, { stepId: randomUUID(), ...step }, about);
}

/** Refers to another programme, once under its id. */
export async function referToProgramme(
  db: Database,
  toRefer: ToRefer,
  person: Person,
  nowMs: number,
): Promise<ProgrammeReferral> {
  const { contact, note, inSpite } = toRefer.body;
  refuseCardNumber(`${contact}\n${note}\n${inSpite ?? ''}`, 'note');
  const before = await keptAs(db, toRefer);
  if (before) return before;
  return db.transaction().execute(async trx => {
    const about = await ownCase(trx, person, toRefer.caseId, nowMs);
    if (!(await keptAs(trx, toRefer))) await write(trx, toRefer, about);
    return programmeIn(trx, toRefer.caseId, toRefer.programmeReferralId);
  });
}
