import { sql } from 'kysely';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { scheduledDays } from '#shared/authorisations/schedule.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { About } from './about.ts';
import { finishIfDone } from './finish.ts';
import { type LockedAuthorisation, lockTheirs } from './locked.ts';
import { noteEvent } from './note-event.ts';
import { occurrencesOf } from './occurrences.ts';
import { skipInstalment } from './of-plan/skip-instalment.ts';
import { findAuthorisation } from './read.ts';

interface ToSkip {
  readonly on: CalendarDate;
  readonly amountCents: number;
  readonly statementNumber: string | null;
}

/** What is skipped before a run has planned it: a day of the terms, or a statement that is due later. */
async function plannedAs(
  trx: Database,
  { terms, version, guarantorId, madeOn }: LockedAuthorisation,
  occurrence: string,
): Promise<ToSkip | undefined> {
  if (terms.kind === 'plan') return undefined;
  if (terms.kind !== 'autopay') {
    const days = occurrencesOf(version, scheduledDays(terms));
    const day = days.find(each => each.occurrence === occurrence);
    return day && { on: day.payOn, amountCents: terms.amountCents, statementNumber: null };
  }
  const { rows } = await sql<{ dueOn: CalendarDate }>`
    SELECT due_on AS "dueOn" FROM statement WHERE guarantor_id = ${guarantorId}
      AND statement_number = ${occurrence} AND due_on > ${madeOn}::date`.execute(trx);
  const [statement] = rows;
  return (
    statement && {
      on: statement.dueOn,
      amountCents: terms.capCents,
      statementNumber: occurrence,
    }
  );
}

/** Writes it as skipped unless it was sent, paid or given up; false then. Skipped again stays skipped. */
async function writeSkipped(
  trx: Database,
  { authorisationId, terms }: LockedAuthorisation,
  occurrence: string,
  { on, amountCents, statementNumber }: ToSkip,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO scheduled_payment AS each (authorisation_id, occurrence, ledger, statement_number, agreed_on, pay_on, try_on,
      amount_cents, state, state_at, state_why)
    VALUES (${authorisationId}, ${occurrence}, ${terms.ledger}, ${statementNumber}, ${on}, ${on}, ${on}, ${amountCents}, 'skipped',
      ${now}, 'the payer asked for it')
    ON CONFLICT (authorisation_id, occurrence) DO UPDATE
      SET state = 'skipped', state_at = excluded.state_at, state_why = excluded.state_why
      WHERE each.state IN ('waiting', 'skipped')
    RETURNING occurrence`.execute(trx);
  return rows.length > 0;
}

/** Refuses what is no payment of it, and what was sent, paid or given up. */
async function leaveOut(
  trx: Database,
  locked: LockedAuthorisation,
  occurrence: string,
  about: About,
): Promise<void> {
  if (locked.terms.kind === 'plan') return skipInstalment(trx, locked, occurrence, about);
  const planned = await plannedAs(trx, locked, occurrence);
  if (!planned) throw new Refused('bad_request', { field: 'occurrence' });
  if (!(await writeSkipped(trx, locked, occurrence, planned, about.now))) {
    throw new Refused('already_taken');
  }
}

/** Leaves one payment out, as long as it was not sent; that it was three business days before is no condition. */
export async function skipPayment(
  db: Database,
  authorisationId: string,
  occurrence: string,
  about: About,
): Promise<Authorisation> {
  return db.transaction().execute(async trx => {
    const locked = await lockTheirs(trx, authorisationId, about.guarantorId);
    if (locked.state !== 'active') throw new Refused('authorisation_ended');
    await leaveOut(trx, locked, occurrence, about);
    await noteEvent(trx, authorisationId, { kind: 'skipped', occurrence }, about, about.now);
    await finishIfDone(trx, locked, about.now);
    return findAuthorisation(trx, authorisationId, about.today);
  });
}
