import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { ProgrammeReferral, ProgrammeStep } from '#shared/hardship/programmes.ts';
import type { Database } from '../../database/connect.ts';
import { Refused } from '../../http/refused.ts';
import type { AboutCase } from '../about-case.ts';
import { noteCaseEvent } from '../note-event.ts';
import { closeItem, type ItemToOpen, openItem } from '../open-item.ts';
import { findProgramme } from './read-programmes.ts';

interface StepToWrite extends Omit<ProgrammeStep, 'at' | 'by'> {
  readonly stepId: string;
}

type Which = Pick<ProgrammeReferral, 'programmeReferralId' | 'programme' | 'organization'>;

/** Adds what happened to a referral, and has it asked after on the day that was chosen, or no more. */
export async function writeStep(
  trx: Database,
  { programmeReferralId: id, programme, organization }: Which,
  step: StepToWrite,
  about: AboutCase,
): Promise<void> {
  const { caseId, guarantorId, userId, workstationId, now } = about;
  const { stepId, kind, happenedOn, note, followUpOn, outcome } = step;
  await sql`
    INSERT INTO programme_step (step_id, programme_referral_id, kind, at, user_id, workstation_id, happened_on, note,
      follow_up_on, outcome)
    VALUES (${stepId}, ${id}, ${kind}, ${now}, ${userId}, ${workstationId}, ${happenedOn}, ${note}, ${followUpOn},
      ${outcome})`.execute(trx);
  await noteCaseEvent(trx, {
    ...{ caseId, now, userId, workstationId },
    kind: `programme_${outcome ?? kind}`,
    about: id,
    detail: { programme, organization },
  });
  await closeItem(trx, { kind: 'programme', about: id, now, userId });
  const by = { userId, workstationId };
  if (followUpOn) await remind(trx, { id, organization, followUpOn }, { guarantorId, now, by });
}

async function remind(
  trx: Database,
  what: { id: string; organization: string; followUpOn: CalendarDate },
  who: Pick<ItemToOpen, 'guarantorId' | 'now' | 'by'>,
): Promise<void> {
  const { id, organization, followUpOn } = what;
  await openItem(trx, {
    ...who,
    kind: 'programme',
    about: id,
    dueOn: followUpOn,
    note: organization,
  });
}

/** A referral of this case as it stands. */
export async function programmeIn(
  trx: Database,
  caseId: string,
  id: string,
): Promise<ProgrammeReferral> {
  const found = await findProgramme(trx, id);
  if (found?.caseId !== caseId) throw new Refused('programme_not_found');
  return found;
}
