import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedWire } from '#shared/billing/expected-wire.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { isWireReference, wireReference, wireReferenceGroups } from '#shared/wires/reference.ts';

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const billPayNumbers = fc
  .array(fc.constantFrom(...digits), { minLength: 10, maxLength: 12 })
  .map(each => each.join(''));

/** Any reference that can be made: the draws come from fast-check, so that a failure can be replayed. */
const references = fc
  .tuple(billPayNumbers, fc.infiniteStream(fc.nat({ max: 10_000 })))
  .map(([number, draws]) =>
    wireReference(number, below => Number(draws.next().value ?? 0) % below),
  );

describe('the reference of a wire', () => {
  it('is the bill-pay number, five characters of its own and one that checks them', () => {
    fc.assert(
      fc.property(references, reference => {
        expect(reference).toMatch(/^\d{10,12}[A-Z][3479A-Z]{4}[3479A-Z]$/);
        expect(isWireReference(reference)).toBe(true);
        expect(ExpectedWire.shape.reference.safeParse(reference).success).toBe(true);
      }),
    );
  });

  it('is known again with spaces and hyphens, and in small letters', () => {
    fc.assert(
      fc.property(references, reference => {
        expect(isWireReference(reference.toLowerCase())).toBe(true);
        expect(isWireReference(wireReferenceGroups(reference).join('-'))).toBe(true);
        expect(wireReferenceGroups(reference).join('')).toBe(reference);
      }),
    );
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(references, fc.nat(), fc.nat(), (reference, where, which) => {
        const at = where % reference.length;
        const all = digits + letters;
        const wrong = all.replace(reference.charAt(at), '').charAt(which % (all.length - 1));
        const typed = reference.slice(0, at) + wrong + reference.slice(at + 1);
        expect(isWireReference(typed)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds every two neighbours swapped', () => {
    fc.assert(
      fc.property(references, fc.nat(), (reference, where) => {
        const at = where % (reference.length - 1);
        const [left, right] = [reference.charAt(at), reference.charAt(at + 1)];
        fc.pre(left !== right);
        const typed = reference.slice(0, at) + right + left + reference.slice(at + 2);
        expect(isWireReference(typed)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never reads like a card number', () => {
    fc.assert(
      fc.property(references, reference => {
        expect(holdsCardNumber(wireReferenceGroups(reference).join(' '))).toBe(false);
        expect(holdsCardNumber(reference)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is nothing else: no bill-pay number alone, no text', () => {
    for (const other of ['', '8015550142', 'K7XR4T', '8015550142 K7XR4*']) {
      expect(isWireReference(other)).toBe(false);
    }
  });
});
