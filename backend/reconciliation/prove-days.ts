import { cents, noCents } from '#shared/money/cents.ts';
import type { DayItem, ReconciledRow } from '#shared/reconciliation/day.ts';
import { isTextSignedBy } from '../audit/signing-key.ts';
import type { Database } from '../database/connect.ts';
import { readBooks } from './books.ts';
import { allClosedDays, type KeptDay, SignedDay } from './closed-days.ts';
import { nameOfDay } from './day.ts';
import { readOurs } from './ours.ts';
import { sha256 } from './weigh.ts';

/** Where a closed day is no longer what was signed. */
export interface AlteredDay {
  readonly id: string;
  readonly expectedCents: number;
  readonly foundCents: number;
}

type Source = 'ours' | 'ledger';

function signedSums(rows: readonly ReconciledRow[], source: Source): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const name = `${row.stage} ${row.method} ${source}`;
    sums.set(name, (sums.get(name) ?? 0) + row[source].cents);
  }
  return sums;
}

function foundSums(items: readonly DayItem[], source: Source): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { stage, method, amountCents } of items) {
    const name = `${stage} ${method} ${source}`;
    sums.set(name, (sums.get(name) ?? 0) + amountCents);
  }
  return sums;
}

function differing(day: string, signed: Map<string, number>, found: Map<string, number>) {
  return [...new Set([...signed.keys(), ...found.keys()])].flatMap((name): AlteredDay[] => {
    const [expected, now] = [signed.get(name) ?? noCents, found.get(name) ?? noCents];
    return expected === now
      ? []
      : [{ id: `${day} ${name}`, expectedCents: cents(expected), foundCents: cents(now) }];
  });
}

function isSigned({ content, contentHash, publicKey, signature }: KeptDay): boolean {
  return sha256(content) === contentHash && isTextSignedBy(publicKey, content, signature);
}

function readSigned(content: string): SignedDay | undefined {
  try {
    return SignedDay.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/**
 * Holds one closed day against its signature and against what payments and ledger say of it now. The record of the
 * audit trail that the day was closed names the hash too, so that another day cannot be signed in its place.
 */
export async function proveDay(db: Database, kept: KeptDay): Promise<AlteredDay[]> {
  const signed = readSigned(kept.content);
  if (!(signed && isSigned(kept) && nameOfDay(signed) === kept.day)) {
    return [{ id: `${kept.day} signature`, expectedCents: 0, foundCents: 0 }];
  }
  const ours = foundSums(await readOurs(db, signed), 'ours');
  const books = foundSums(await readBooks(db, signed), 'ledger');
  return [
    ...differing(kept.day, signedSums(signed.rows, 'ours'), ours),
    ...differing(kept.day, signedSums(signed.rows, 'ledger'), books),
  ];
}

/** Every closed day that is not what was signed any more. */
export async function alteredDays(db: Database): Promise<AlteredDay[]> {
  const altered: AlteredDay[] = [];
  for (const kept of await allClosedDays(db)) altered.push(...(await proveDay(db, kept)));
  return altered;
}
