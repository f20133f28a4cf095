import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#shared/money/cents.ts';
import { cellOf, sumOfCell } from '#shared/reconciliation/cell.ts';
import type { DayItem } from '#shared/reconciliation/day.ts';
import { reconcile } from '#shared/reconciliation/reconcile.ts';
import { MethodKind, Stage } from '#shared/reconciliation/stages.ts';

const item = (ref: string, amount: number, more: Partial<DayItem> = {}): DayItem => ({
  stage: 'taken',
  method: 'card',
  ref,
  amountCents: cents(amount),
  batch: null,
  ...more,
});
const inBatch = (ref: string, amount: number) => item(ref, amount, { batch: 'B-1' });

test('a day on which all agree has a row for each batch and no finding', () => {
  const books = {
    ours: [item('a', 500), item('b', 300)],
    ledger: [item('b', 300), item('a', 500)],
  };
  const rows = reconcile({ ...books, theirs: [inBatch('a', 500), inBatch('b', 300)] });
  const sum = { count: 2, cents: 800 };
  expect(rows).toEqual([
    {
      stage: 'taken',
      method: 'card',
      batch: 'B-1',
      ours: sum,
      theirs: sum,
      ledger: sum,
      findings: [],
    },
  ]);
});

test('two errors that cancel each other out are two findings', () => {
  const ours = [item('a', 500), item('b', 300)];
  const [row] = reconcile({ ours, ledger: ours, theirs: [inBatch('a', 501), inBatch('b', 299)] });
  expect(row?.theirs).toEqual(row?.ours);
  expect(row?.findings.map(({ ref, theirs }) => [ref, theirs])).toEqual([
    ['a', 501],
    ['b', 299],
  ]);
});

test('a payment that only we know of is in no batch, and one that only they know of is in theirs', () => {
  const rows = reconcile({
    ours: [item('a', 1)],
    ledger: [item('a', 1)],
    theirs: [inBatch('x', 2)],
  });
  expect(rows.map(({ batch, findings }) => [batch, findings[0]])).toEqual([
    [null, { ref: 'a', ours: 1, theirs: null, ledger: 1 }],
    ['B-1', { ref: 'x', ours: null, theirs: 2, ledger: null }],
  ]);
});

test('where nobody outside keeps a record, the ledger alone is held against ours', () => {
  const posted = item('a', 5, { stage: 'posted' });
  const [row] = reconcile({ ours: [posted], theirs: [], ledger: [posted] });
  expect(row).toMatchObject({ theirs: null, findings: [] });
  const [missing] = reconcile({ ours: [posted], theirs: [], ledger: [] });
  expect(missing?.findings).toEqual([{ ref: 'a', ours: 5, theirs: null, ledger: null }]);
});

test('two refunds of one payment on a day are one sum', () => {
  const part = (amount: number) => item('a', amount, { stage: 'refunded' });
  const books = { ours: [part(2), part(3)], theirs: [part(2), part(3)], ledger: [part(5)] };
  expect(reconcile(books)).toMatchObject([{ ours: { count: 1, cents: 5 }, findings: [] }]);
});

/** What one source says of a day: any stage and method, the same payment again, in a batch or in none. */
const someItems = fc.array(
  fc.record({
    stage: fc.constantFrom(...Stage.options),
    method: fc.constantFrom(...MethodKind.options),
    ref: fc.nat(12).map(String),
    amountCents: fc.integer({ min: 1, max: 500_000 }).map(cents),
    batch: fc.constantFrom(null, 'B-1', 'B-2'),
  }),
  { maxLength: 40 },
);

test('over any month, each sum of each day is what its payments make, and each payment is behind one row alone', () => {
  const day = fc.record({ ours: someItems, theirs: someItems, ledger: someItems });
  fc.assert(
    fc.property(fc.array(day, { minLength: 20, maxLength: 23 }), month => {
      for (const books of month) {
        const rows = reconcile(books);
        for (const source of ['ours', 'theirs', 'ledger'] as const) {
          const cells = rows.map(({ stage, method, batch }) =>
            cellOf(books, { stage, method, batch, source }),
          );
          cells.forEach((items, at) => {
            const said = rows[at]?.[source];
            if (said) expect(sumOfCell(items)).toEqual(said);
          });
          const whole = books[source].reduce((sum, { amountCents }) => sum + amountCents, 0);
          expect(cells.flat().reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(whole);
        }
      }
    }),
    { numRuns: 30 },
  );
});
