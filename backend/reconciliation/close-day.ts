import { sql } from 'kysely';
import { canonicalJson } from '#shared/audit/canonical-json.ts';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { DayNote } from '#shared/contract/reconciliation.ts';
import { rowName } from '#shared/reconciliation/reconcile.ts';
import { refuseFormerSupervisor } from '../approvals/still-supervisor.ts';
import { announceKey } from '../audit/keys.ts';
import type { Signer } from '../audit/signing-key.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { closedDay, nextToClose, type SignedDay } from './closed-days.ts';
import { nameOfDay, type RegionDay } from './day.ts';
import { type ReadParts, refuseNoBusinessDay } from './read-day.ts';
import { askProcessor } from './theirs.ts';
import { sha256, type Weighed, weigh } from './weigh.ts';

export interface Closing {
  readonly seen: string;
  readonly notes: readonly DayNote[];
}

/** What has to be explained: each row that differs, and outcomes that nobody knows. */
function unexplained({ rows, open }: Weighed, notes: readonly DayNote[]): string[] {
  const said = new Set(notes.map(({ about }) => about));
  const differing = rows.filter(({ findings }) => findings.length > 0).map(rowName);
  return [...differing, ...(open.count > 0 ? ['open'] : [])].filter(name => !said.has(name));
}

/** A word is about a row of the day, or what is open: anything else would be signed unread. */
function refuseOddNotes({ rows }: Weighed, notes: readonly DayNote[]): void {
  const names = new Set([...rows.map(rowName), 'open']);
  if (notes.some(({ about }) => !names.has(about)))
    throw new Refused('bad_request', { field: 'notes' });
}

const LOCK_TIMEOUT = '55P03';

/** Writers of the books wait for whoever closes a day, and are waited for: so long, then it is tried again. */
async function takeTheTurn(trx: Database): Promise<void> {
  await sql`SET LOCAL lock_timeout = '5s'`.execute(trx);
  try {
    await sql`SELECT pg_advisory_xact_lock(close_of_day_lock())`.execute(trx);
  } catch (error) {
    if (Object(error).code === LOCK_TIMEOUT) throw new Refused('unavailable');
    throw error;
  }
}

async function refuseClosed(db: Database, day: RegionDay, now: number): Promise<void> {
  const closed = await closedDay(db, day);
  if (closed) throw new Refused('day_closed', { heldBy: closed.closedByName });
  if ((await nextToClose(db, day.region, now)) !== day.businessOn) {
    throw new Refused('day_out_of_turn', { openFrom: await nextToClose(db, day.region, now) });
  }
}

async function keep(trx: Database, signed: SignedDay, signer: Signer, { workstationId }: Person) {
  const content = canonicalJson(signed);
  const { region, businessOn, from, until, closedAt, closedBy } = signed;
  await sql`
    INSERT INTO closed_day (region, business_on, day, opens_at, closes_at, closed_at, closed_by, workstation_id, content,
      content_hash, key_id, signature)
    VALUES (${region}, ${businessOn}, ${nameOfDay(signed)}, ${from}, ${until}, ${closedAt}, ${closedBy}, ${workstationId},
      ${content}, ${sha256(content)}, ${signer.keyId}, ${signer.signText(content)})`.execute(trx);
}

/**
 * Closes and signs a day, once, as whoever closes it has seen it: what changed meanwhile has to be looked at first.
 * While it is signed nobody writes into the books, and nothing is ever dated into it afterwards.
 */
export async function closeDay(
  parts: ReadParts & { readonly signer?: Signer | undefined },
  day: RegionDay,
  { seen, notes }: Closing,
  person: Person,
): Promise<void> {
  const { db, clock, processor, signer } = parts;
  refuseNoBusinessDay(day.businessOn);
  if (notes.some(({ reason }) => holdsCardNumber(reason))) throw new Refused('card_in_reason');
  await refuseClosed(db, day, clock());
  const closedAt: Instant = instantOf(clock());
  if (closedAt < day.until) throw new Refused('day_not_over');
  if (!signer) throw new Refused('unavailable');
  const lines = await askProcessor(processor, day);
  if (!lines) throw new Refused('processor_silent');
  await announceKey(db, signer, clock());
  await db.transaction().execute(async trx => {
    await refuseFormerSupervisor(trx, person);
    await takeTheTurn(trx);
    await refuseClosed(trx, day, clock());
    const weighed = await weigh(trx, day, lines);
    if (weighed.seen !== seen) throw new Refused('day_changed');
    refuseOddNotes(weighed, notes);
    if (unexplained(weighed, notes).length > 0) throw new Refused('day_unexplained');
    const { region, businessOn, from, until } = day;
    const rows = weighed.rows.map(row => ({ ...row, findings: [...row.findings] }));
    const said = { closedAt, closedBy: person.user.userId, rows, open: weighed.open };
    const signed = { what: 'closed_day', region, businessOn, from, until, ...said } as const;
    await keep(trx, { ...signed, notes: [...notes] }, signer, person);
  });
}
