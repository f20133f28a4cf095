import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { answersFor, type ScreeningAnswers } from '#shared/assistance/answers.ts';
import {
  faultInHousehold,
  householdOf,
  stillToConfirm,
} from '#shared/assistance/told-household.ts';
import type { SaidHousehold } from '#shared/contract/screening.ts';
import type { Screening } from '#shared/hardship/screening.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type AboutCase, ownCase } from '../about-case.ts';
import { noteCaseEvent } from '../note-event.ts';
import { findScreening } from './read-screening.ts';

interface ToSave {
  readonly caseId: string;
  readonly screeningId: string;
  readonly body: SaidHousehold;
}

function refuseWrong({ said, confirmed }: SaidHousehold): void {
  const fault = faultInHousehold(said);
  if (fault) throw new Refused(fault.code, { field: `said.${fault.field}` });
  const { rows, none } = stillToConfirm(said.incomes, confirmed);
  const [row] = rows;
  if (row !== undefined) throw new Refused('income_to_confirm', { field: `said.incomes.${row}` });
  if (none) throw new Refused('income_to_confirm', { field: 'said.incomes' });
}

/** What stands under this id, if it is the same; another one is `key_reused`. */
async function keptAs(db: Database, { caseId, screeningId, body }: ToSave) {
  const kept = await findScreening(db, screeningId);
  if (!kept) return undefined;
  const { region } = kept.household;
  const isSame =
    kept.caseId === caseId &&
    isDeepStrictEqual(kept.household, householdOf(body.said, region)) &&
    isDeepStrictEqual(kept.confirmed, body.confirmed);
  if (!isSame) throw new Refused('key_reused');
  return kept;
}

/** For the case's history: what each programme answered. */
const inShort = ({ results }: ScreeningAnswers) => ({
  ...Object.fromEntries(results.map(({ programme, answer }) => [programme, answer])),
  eligible: results.filter(({ answer }) => answer === 'eligible').length,
});

async function write(trx: Database, { screeningId, body }: ToSave, about: AboutCase) {
  const { caseId, guarantorId, userId, workstationId, now } = about;
  const household = householdOf(body.said, about.region);
  const answers = answersFor(household, about.today);
  await sql`
    INSERT INTO screening (screening_id, case_id, guarantor_id, made_at, made_by, workstation_id, household, confirmed,
      answers, policy_from, guideline_year)
    VALUES (${screeningId}, ${caseId}, ${guarantorId}, ${now}, ${userId}, ${workstationId},
      ${JSON.stringify(household)}, ${JSON.stringify(body.confirmed)}, ${JSON.stringify(answers)},
      ${answers.policy?.effectiveFrom ?? null}, ${answers.guideline.year})`.execute(trx);
  await noteCaseEvent(trx, {
    ...{ caseId, now, userId, workstationId },
    kind: 'screened',
    about: screeningId,
    detail: { people: household.people, ...inShort(answers) },
  });
}

/** Keeps a household as it was said, once under its id, with what every programme answers today. */
export async function saveScreening(
  db: Database,
  toSave: ToSave,
  person: Person,
  nowMs: number,
): Promise<Screening> {
  refuseWrong(toSave.body);
  const before = await keptAs(db, toSave);
  if (before) return before;
  return db.transaction().execute(async trx => {
    const about = await ownCase(trx, person, toSave.caseId, nowMs);
    // The same one may have been kept while the case was waited for.
    if (!(await keptAs(trx, toSave))) await write(trx, toSave, about);
    const saved = await findScreening(trx, toSave.screeningId);
    if (!saved) throw new Error('A screening that was just kept is not there.');
    return saved;
  });
}
