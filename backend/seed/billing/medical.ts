import { cents } from '#shared/money/cents.ts';
import type { Book } from '../family/book.ts';
import { bill } from '../family/charges.ts';
import type { SeededAccount, SeededCharge } from '../family/family.ts';
import { drawCoverage, settleCoverage } from './insurer.ts';
import { drawVisit } from './visits.ts';

/** A charge with the day from which it may stand on a statement. */
export interface ReadyCharge {
  readonly charge: SeededCharge;
  readonly readyDaysAgo: number;
}

const HISTORY_DAYS = 300;

const visitCounts: readonly (readonly [number, number])[] = [
  [30, 0],
  [34, 1],
  [21, 2],
  [10, 3],
  [5, 4],
];

/** The visits of one patient with what became of their coverage; nothing after `lastDaysAgo`. */
export function drawVisits(book: Book, account: SeededAccount, lastDaysAgo: number): ReadyCharge[] {
  const { stream } = book;
  const count = stream.pickWeighted(visitCounts);
  const ready: ReadyCharge[] = [];
  for (let visit = 0; visit < count; visit += 1) {
    // Squared, so that recent visits are more frequent than old ones.
    const back = stream.int(1, 100) / 100;
    const daysAgo = lastDaysAgo + Math.ceil(back * back * HISTORY_DAYS);
    ready.push(...drawOneVisit(book, account, daysAgo));
  }
  return ready;
}

function drawOneVisit(book: Book, account: SeededAccount, daysAgo: number): ReadyCharge[] {
  const { stream } = book;
  const { insurance, answeredDaysAgo } = drawCoverage(stream, daysAgo);
  const lines = drawVisit(stream).map(({ kind, description, dollars: [from, to] }) => ({
    kind,
    description,
    insurance,
    billedCents: cents(stream.int(from * 100, to * 100)),
  }));
  const charges = bill(book, account, daysAgo, lines);
  settleCoverage(book, charges, answeredDaysAgo);
  const waits = insurance === 'pending' && !stream.chance(250);
  const readyDaysAgo = insurance === 'pending' ? daysAgo - 5 : answeredDaysAgo;
  const ready = waits ? [] : charges.map(charge => ({ charge, readyDaysAgo }));
  if (insurance === 'paid' && stream.chance(35)) {
    ready.push(...takeBack(book, account, answeredDaysAgo - stream.int(10, 60)));
  }
  return ready;
}

/** An insurer that paid and takes part of it back: the patient owes a correction. */
function takeBack(book: Book, account: SeededAccount, daysAgo: number): ReadyCharge[] {
  if (daysAgo < 1) return [];
  const correction = bill(book, account, daysAgo, [
    {
      kind: 'adjustment',
      description: 'Correction, the insurer took back part of its payment',
      billedCents: cents(book.stream.int(1500, 24_000)),
      insurance: 'paid',
    },
  ]);
  return correction.map(charge => ({ charge, readyDaysAgo: daysAgo }));
}
