import { sql } from 'kysely';
import type { PaidBy } from '#shared/authorisations/agreement.ts';
import type { AuthorisationState } from '#shared/authorisations/authorisation.ts';
import { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

export interface LockedAuthorisation {
  readonly authorisationId: string;
  readonly guarantorId: string;
  readonly state: AuthorisationState;
  readonly version: number;
  readonly terms: AuthorisationTerms;
  readonly paidBy: PaidBy;
  readonly madeOn: CalendarDate;
  /** When the present terms were agreed to. */
  readonly agreedAt: Instant;
}

/** An authorisation, locked: a run that is about to take something of it waits, or has finished claiming. */
export async function lockAuthorisation(
  trx: Database,
  authorisationId: string,
): Promise<LockedAuthorisation | undefined> {
  const { rows } = await sql<LockedAuthorisation>`
    SELECT authorisation_id AS "authorisationId", guarantor_id AS "guarantorId", state, version, terms,
      made_on AS "madeOn", (SELECT kind FROM stored_method WHERE method_id = authorisation.method_id) AS "paidBy",
      agreement->>'agreedAt' AS "agreedAt"
    FROM authorisation WHERE authorisation_id = ${authorisationId} FOR UPDATE`.execute(trx);
  return rows[0] && { ...rows[0], terms: AuthorisationTerms.parse(rows[0].terms) };
}

/** As above, of this guarantor. */
export async function lockTheirs(
  trx: Database,
  authorisationId: string,
  guarantorId: string,
): Promise<LockedAuthorisation> {
  const locked = await lockAuthorisation(trx, authorisationId);
  if (locked?.guarantorId !== guarantorId) throw new Refused('authorisation_not_found');
  return locked;
}
