import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsMistypedReference,
  payerNumbersIn,
  referencesIn,
} from '#shared/wires/find-references.ts';
import { wireReference } from '#shared/wires/reference.ts';

let drawn = 0;
const reference = wireReference('8015550142', below => (drawn++ * 7) % below);
const [own, last] = [reference.slice(10, 13), reference.slice(13)];

describe('what a payer wrote on a remittance', () => {
  it('is searched for a reference, however a bank broke it up', () => {
    for (const text of [
      reference,
      `/ROC/801-555-0142 ${own.toLowerCase()}-${last}`,
      `INV 7/${reference}/THANKS`,
      `801 5550142${own} ${last},`,
    ]) {
      expect(referencesIn(text), text).toContain(reference);
    }
  });

  it('with one character wrong or two swapped holds none, and is told apart from nothing at all', () => {
    for (const wrong of [`8015550143${own}${last}`, `8015551042${own}${last}`]) {
      expect(referencesIn(wrong)).not.toContain(reference);
      expect(holdsMistypedReference(wrong), wrong).toBe(true);
    }
    expect(holdsMistypedReference('thank you')).toBe(false);
    expect(holdsMistypedReference(reference)).toBe(false);
  });

  it('gives back every reference that was ever made, between any other words', () => {
    const digits = fc.stringMatching(/^\d{10,12}$/);
    fc.assert(
      fc.property(digits, fc.infiniteStream(fc.nat()), (number, draws) => {
        const made = wireReference(number, below => draws.next().value % below);
        expect(referencesIn(`payment of the bill: ${made}, yours`)).toContain(made);
      }),
    );
  });

  it('is searched for numbers that name a guarantor, and not for parts of longer ones', () => {
    expect(payerNumbersIn('acct 801-555-0142 check 104')).toEqual(['8015550142']);
    expect(payerNumbersIn('guarantor 300100014 and 300100014')).toEqual(['300100014']);
    expect(payerNumbersIn('12345678 4242424242424242 A300100014')).toEqual([]);
  });
});
