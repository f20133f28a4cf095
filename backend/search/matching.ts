import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { type PaymentFilters, SearchedException } from '#shared/search/payment-search.ts';
import { type ReadBox, readBox } from '#shared/search/read-box.ts';
import { searchFault } from '#shared/search/search-fault.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { type Condition, takenBetween, waitsFor, wentIn } from './conditions.ts';
import { guarantorsNamed } from './guarantors-named.ts';
import { ofKind } from './kinds.ts';

const ofPatient = (mrn: string): Condition => sql`key IN (
  SELECT payment_key FROM payment_allocation JOIN charge USING (charge_id) JOIN account USING (account_id)
  WHERE mrn = ${mrn})`;
const confirmed = (number: string): Condition =>
  sql`key = (SELECT key FROM payment WHERE confirmation = ${number})`;

async function inBox(
  db: Database,
  box: ReadBox,
  scope: readonly RegionCode[],
): Promise<Condition | null> {
  switch (box.kind) {
    case 'nothing':
    case 'unclear':
      return null;
    case 'amount':
      return sql`amount_cents = ${box.amountCents}`;
    case 'name':
      return sql`guarantor_id = ANY (${await guarantorsNamed(db, box.value, scope)})`;
    case 'confirmation':
      return confirmed(box.value);
    case 'last4':
      return sql`last4 = ${box.value}`;
    case 'key':
      return sql`key = ${box.value}`;
    case 'trace':
      return sql`key IN (SELECT payment_key FROM ach_entry WHERE trace = ${box.value})`;
    case 'mrn':
      return ofPatient(box.value);
    case 'guarantor_id':
      return sql`guarantor_id = ${box.value}`;
    case 'bill_pay_number':
      return sql`guarantor_id = (SELECT guarantor_id FROM guarantor WHERE bill_pay_number = ${box.value})`;
    case 'account_number':
      return sql`key IN (
        SELECT payment_key FROM payment_allocation JOIN charge USING (charge_id) JOIN account USING (account_id)
        WHERE account_number = ${box.value})`;
  }
}

async function takenBy(db: Database, userId: string): Promise<Condition> {
  const { rows } = await sql<{ taker: string }>`
    SELECT taker_of(user_id) AS taker FROM user_account WHERE user_id = ${userId}`.execute(db);
  if (!rows[0]) throw new Refused('search_taker_unknown', { field: 'filters.taker' });
  return sql`taker = ${rows[0].taker}`;
}

/** What of the regions served a search may see; none where it asks for one of the others. */
function scopeOf(served: readonly RegionCode[], region: string | null): readonly RegionCode[] {
  return region === null ? served : served.filter(each => each === region);
}

/** What the regions leave to be seen; nothing need be asked of whoever serves all of them. */
const inScope = (scope: readonly RegionCode[]): Condition[] =>
  scope.length === RegionCode.options.length ? [] : [sql`region = ANY (${scope})`];

/** What a search asks for; `areFew` where it names somebody, something or some batch that never has many payments. */
export type Matching = readonly Condition[] & { readonly areFew: boolean };

/** What the box may be taken for that many payments share. */
const shared: readonly ReadBox['kind'][] = ['nothing', 'amount'];

/**
 * What makes a payment one that is searched, each a condition on `payment_search AS found`; null where none can
 * be. A fault of the search is refused with its own sentence.
 */
export async function matching(
  db: Database,
  filters: PaymentFilters,
  served: readonly RegionCode[],
  now: number,
): Promise<Matching | null> {
  const fault = searchFault(filters);
  if (fault) throw new Refused(fault.code, { field: `filters.${fault.field}` });
  const { from, to, taker, fromCents, toCents, patient, last4, batch } = filters;
  const scope = scopeOf(served, filters.region);
  const read = readBox(filters.box);
  const box = await inBox(db, read, scope);
  const number = readBox(filters.confirmation ?? '');
  const exception = SearchedException.nullable().parse(filters.exception);
  const kinds = await ofKind(db, filters);
  if (kinds === null || scope.length === 0) return null;
  const conditions: Condition[] = [
    ...inScope(scope),
    ...kinds,
    ...takenBetween(from as CalendarDate | null, to as CalendarDate | null, scope),
    ...(box ? [box] : []),
    ...(taker ? [await takenBy(db, taker)] : []),
    ...(fromCents !== null ? [sql<boolean>`amount_cents >= ${fromCents}`] : []),
    ...(toCents !== null ? [sql<boolean>`amount_cents <= ${toCents}`] : []),
    ...(patient ? [ofPatient(patient)] : []),
    ...(number.kind === 'confirmation' ? [confirmed(number.value)] : []),
    ...(last4 ? [sql<boolean>`last4 = ${last4}`] : []),
    ...(batch ? [wentIn(batch)] : []),
    ...(exception ? [waitsFor(exception, scope, now)] : []),
  ];
  const isNamed = !shared.includes(read.kind) || patient || number.kind === 'confirmation' || last4;
  return Object.assign(conditions, { areFew: Boolean(isNamed || batch || exception) });
}
