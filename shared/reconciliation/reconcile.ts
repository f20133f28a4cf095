import { cents } from '../money/cents.ts';
import type { DayBooks, Finding, ReconciledRow } from './day.ts';
import { isKeptOutside, MethodKind, Stage } from './stages.ts';

type Source = keyof DayBooks;

interface Held extends Pick<ReconciledRow, 'stage' | 'method' | 'batch'> {
  readonly ref: string;
  readonly held: Partial<Record<Source, number>>;
}

/** What each source says of each payment, added up: a payment may be given back twice on one day. */
export function heldTogether(books: DayBooks): Held[] {
  const all = new Map<string, Held>();
  for (const source of ['theirs', 'ours', 'ledger'] as const) {
    for (const { stage, method, ref, amountCents, batch } of books[source]) {
      const key = `${stage} ${method} ${ref}`;
      const known = all.get(key) ?? { stage, method, ref, batch, held: {} };
      const held = { ...known.held, [source]: (known.held[source] ?? 0) + amountCents };
      all.set(key, { ...known, batch: known.batch ?? batch, held });
    }
  }
  return [...all.values()];
}

const orNull = (amount: number | undefined) => (amount === undefined ? null : cents(amount));

function findingOf({ ref, stage, method, held }: Held): Finding | undefined {
  const { ours, theirs, ledger } = held;
  const agrees = ours === ledger && (!isKeptOutside(stage, method) || ours === theirs);
  if (agrees) return undefined;
  return { ref, ours: orNull(ours), theirs: orNull(theirs), ledger: orNull(ledger) };
}

function sumOf(some: readonly Held[], source: Source) {
  const amounts = some.flatMap(({ held }) => held[source] ?? []);
  return { count: amounts.length, cents: cents(amounts.reduce((sum, each) => sum + each, 0)) };
}

const place = ({ stage, method, batch }: Pick<Held, 'stage' | 'method' | 'batch'>) =>
  [Stage.options.indexOf(stage), MethodKind.options.indexOf(method), batch ?? ''].join(' ');

/** Names a row of a day. */
export function rowName({ stage, method, batch }: Pick<Held, 'stage' | 'method' | 'batch'>) {
  return [stage, method, batch ?? ''].join('/');
}

/**
 * Holds what the payments, whoever moved the money, and the ledger say of a day against each other, payment by
 * payment; gives a row for each stage, method and batch. Two errors that cancel each other out are two findings
 * although the sums agree. A payment that only we know of is in no batch.
 */
export function reconcile(books: DayBooks): ReconciledRow[] {
  const rows = new Map<string, Held[]>();
  for (const held of heldTogether(books)) {
    const name = rowName(held);
    const some = rows.get(name);
    if (some) some.push(held);
    else rows.set(name, [held]);
  }
  return [...rows.values()]
    .flatMap(some => {
      const [first] = some;
      if (!first) return [];
      const { stage, method, batch } = first;
      const theirs = isKeptOutside(stage, method) ? sumOf(some, 'theirs') : null;
      const findings = some.flatMap(held => findingOf(held) ?? []);
      const [ours, ledger] = [sumOf(some, 'ours'), sumOf(some, 'ledger')];
      return { stage, method, batch, ours, theirs, ledger, findings };
    })
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
