import { expect, it } from 'vitest';
import { sayMover } from '#shared/billing/say-mover.ts';
import { createWords } from '#shared/words/words.ts';

const t = createWords('en').getFixedT('en', 'afterPayment');

it.each([
  ['Sanna Lindqvist', null, 'by Sanna Lindqvist'],
  [null, 'run card_posting', 'by the run of card posting'],
  [null, 'card processor', 'by the card processor, when it was asked'],
  [null, 'processor notice', 'by the notice of the card processor'],
  [null, 'bank file', 'by the file of the bank'],
  [null, 'database postgres', 'by hand in the database, as postgres'],
  [null, null, null],
])('a move by %s through %s reads: %s', (byName, through, said) => {
  expect(sayMover(t, { byName, through })).toBe(said);
});
