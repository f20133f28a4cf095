import { isDeepStrictEqual } from 'node:util';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Caller } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { BackendParts } from '../server.ts';
import { type About, aboutWhom, type Sent } from './about.ts';
import { sentBy } from './sent-by.ts';

/** How one kind of what is kept for later is kept. */
export interface KeptKind<Body extends Sent> {
  /** Whether a guest payer may leave it. */
  readonly guestToo: boolean;
  find(db: Database, body: Body): Promise<Body | undefined>;
  /** Refuses what cannot be true of this guarantor. */
  check(db: Database, body: Body, about: About): Promise<void> | void;
  /** Writes it unless something stands under its id, or its reference, already. */
  insert(db: Database, body: Body, by: { workstationId: string; keptAt: string }): Promise<void>;
}

const ownIds = /^(call|note|promise|referral|wire)Id$/;

/** As the database gives it back: instants in UTC to the millisecond, identifiers in small letters. */
function asKept<Body extends Sent>(body: Body): Body {
  const entries = Object.entries(body).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    if (ownIds.test(name)) return [name, value.toLowerCase()];
    return [name, name.endsWith('At') ? instantOf(Date.parse(value)) : value];
  });
  return Object.fromEntries(entries);
}

/**
 * Keeps it once. Sent again it is answered like the first time, whatever has changed in between; another
 * one under the same id is `key_reused`.
 */
export async function keepOnce<Body extends Sent>(
  { db, clock }: Pick<BackendParts, 'db' | 'clock'>,
  kind: KeptKind<Body>,
  sent: Body,
  caller: Caller,
): Promise<void> {
  const body = asKept(sent);
  const sender = await sentBy(db, caller, body.userId);
  const earlier = await kind.find(db, body);
  if (!earlier) {
    const about = await aboutWhom(db, sender, body, kind);
    await kind.check(db, body, about);
    const by = { workstationId: caller.workstationId, keptAt: instantOf(clock()) };
    await kind.insert(db, body, by);
  }
  const kept = earlier ?? (await kind.find(db, body));
  if (!isDeepStrictEqual(kept, body)) throw new Refused('key_reused');
}
