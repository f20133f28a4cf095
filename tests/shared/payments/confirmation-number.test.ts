import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIRMATION_CHARACTERS,
  confirmationNumber,
  isConfirmationNumber,
} from '#shared/payments/confirmation-number.ts';
import { spellOut } from '#shared/payments/spelling.ts';

const anyNumber = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(confirmationNumber);

/** Every character there is, found by making numbers of them. */
const characters = Array.from({ length: CONFIRMATION_CHARACTERS }, (_, index) =>
  confirmationNumber(new Uint8Array(8).fill(index)).charAt(0),
);

describe('a confirmation number', () => {
  it('has nine characters in three groups and passes its own check', () => {
    fc.assert(
      fc.property(anyNumber, number => {
        expect(number).toMatch(/^[3-9A-Y]{3}(-[3-9A-Y]{3}){2}$/);
        expect(isConfirmationNumber(number)).toBe(true);
        expect(isConfirmationNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(true);
      }),
    );
  });

  it('with any one character heard wrong is refused', () => {
    fc.assert(
      fc.property(anyNumber, number => {
        const plain = number.replaceAll('-', '');
        for (const [place, right] of [...plain].entries()) {
          for (const wrong of characters.filter(each => each !== right)) {
            const heard = plain.slice(0, place) + wrong + plain.slice(place + 1);
            expect(isConfirmationNumber(heard), `${number} heard as ${heard}`).toBe(false);
          }
        }
      }),
    );
  });

  it('with any two different neighbours swapped is refused', () => {
    fc.assert(
      fc.property(anyNumber, number => {
        const plain = number.replaceAll('-', '');
        for (let place = 0; place < 8; place += 1) {
          const [first = '', second = ''] = plain.slice(place, place + 2);
          if (first === second) continue;
          const heard = plain.slice(0, place) + second + first + plain.slice(place + 2);
          expect(isConfirmationNumber(heard), `${number} heard as ${heard}`).toBe(false);
        }
      }),
    );
  });

  it('swapped neighbours are found for every pair of characters there is', () => {
    for (const first of characters.keys()) {
      for (const second of characters.keys()) {
        if (first === second) continue;
        const plain = confirmationNumber(Uint8Array.of(first, second, 0, 0, 0, 0, 0, 0)).replaceAll(
          '-',
          '',
        );
        expect(isConfirmationNumber(`${plain.charAt(1)}${plain.charAt(0)}${plain.slice(2)}`)).toBe(
          false,
        );
      }
    }
  });

  it('holds no characters that look alike', () => {
    expect(new Set(characters).size).toBe(CONFIRMATION_CHARACTERS);
    for (const alike of ['0OQ', '1IL', '2Z', '3E', '5S', '6G', '8B', 'UV', 'MN']) {
      expect([...alike].filter(each => characters.includes(each)).length).toBeLessThan(2);
    }
  });

  it('cannot be made from too little chance', () => {
    expect(() => confirmationNumber(new Uint8Array(7))).toThrow(RangeError);
  });

  it('answers any text whatever', () => {
    fc.assert(fc.property(fc.string(), text => typeof isConfirmationNumber(text) === 'boolean'));
  });
});

describe('read out over the telephone', () => {
  it('every character has a word of its own, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const words = characters.map(each => spellOut(each, language)[0]?.[0]);
      expect(words.every((word, index) => word !== characters[index])).toBe(true);
      expect(new Set(words).size).toBe(characters.length);
    }
  });

  it('goes group by group', () => {
    expect(spellOut('7KD-4RX-A3P', 'en')).toEqual([
      ['seven', 'Kilo', 'Delta'],
      ['four', 'Romeo', 'X-ray'],
      ['Alfa', 'three', 'Papa'],
    ]);
    expect(spellOut('7KD', 'es')).toEqual([['siete', 'Kilo', 'Delta']]);
  });
});
