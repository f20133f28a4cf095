import { sql } from 'kysely';
import type { Agreement } from '#shared/authorisations/agreement.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { About } from './about.ts';

/** Who did it: on a call, or over a paper that came without one. */
export type DoneBy = Pick<About, 'userId' | 'workstationId'> & { readonly callId: string | null };

type Happened =
  | {
      readonly kind: 'made' | 'changed';
      readonly terms: AuthorisationTerms;
      readonly agreement: Agreement;
    }
  | { readonly kind: 'skipped'; readonly occurrence: string }
  | { readonly kind: 'signed'; readonly why: string }
  | { readonly kind: 'revoked'; readonly why: string }
  | { readonly kind: 'stopped'; readonly occurrence: string | null; readonly why: string }
  /** `why` only where it ended with something else, so that its giver is told. */
  | { readonly kind: 'finished'; readonly why?: string };

/** Adds to an authorisation's history; `by` is null where a run did it. */
export async function noteEvent(
  trx: Database,
  authorisationId: string,
  happened: Happened,
  by: DoneBy | null,
  now: Instant,
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const { kind, terms, agreement, occurrence, why } = {
    terms: undefined,
    agreement: undefined,
    occurrence: null,
    why: null,
    ...happened,
  };
  await sql`
    INSERT INTO authorisation_event (authorisation_id, at, kind, terms, agreement, occurrence, why, user_id,
      workstation_id, call_id)
    VALUES (${authorisationId}, ${now}, ${kind}, ${json(terms)}, ${json(agreement)}, ${occurrence},
      ${why}, ${by?.userId ?? null}, ${by?.workstationId ?? null}, ${by?.callId ?? null})`.execute(
    trx,
  );
}
