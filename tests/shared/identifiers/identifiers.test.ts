import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AccountNumber } from '#shared/identifiers/account-number.ts';
import { BillPayNumber } from '#shared/identifiers/bill-pay-number.ts';
import { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { Mrn } from '#shared/identifiers/mrn.ts';
import {
  IdentifierKind,
  readIdentifier,
  recogniseIdentifier,
} from '#shared/identifiers/recognise.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map(each => each.join(''));

const written: Record<IdentifierKind, fc.Arbitrary<string>> = {
  mrn: digits(8),
  bill_pay_number: fc.integer({ min: 10, max: 12 }).chain(digits),
  guarantor_id: digits(9),
  account_number: fc.tuple(digits(2), digits(6)).map(parts => parts.join('-')),
};

const schemas = [Mrn, BillPayNumber, GuarantorId, AccountNumber];

describe('the four identifiers are told apart', () => {
  test.each(IdentifierKind.options)('a %s is recognised as itself and as no other', kind => {
    fc.assert(
      fc.property(written[kind], text => {
        expect(recogniseIdentifier(text)).toBe(kind);
        expect(schemas.filter(schema => schema.safeParse(text).success)).toHaveLength(1);
      }),
    );
  });

  it('no text at all is two kinds at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-') }), text => {
        expect(schemas.filter(schema => schema.safeParse(text).success).length).toBeLessThan(2);
      }),
    );
  });

  it('says which number was typed into the wrong box', () => {
    for (const kind of IdentifierKind.options) {
      for (const other of IdentifierKind.options.filter(each => each !== kind)) {
        const [text = ''] = fc.sample(written[other], { numRuns: 1, seed: 7 });
        expect(readIdentifier(kind, text)).toEqual({
          ok: false,
          fault: 'other_kind',
          looksLike: other,
        });
      }
    }
  });
});

describe('a number is read as it is said or pasted', () => {
  const read: readonly [IdentifierKind, string, string][] = [
    ['mrn', ' 0012 4471 ', '00124471'],
    ['mrn', '0012-4471', '00124471'],
    ['mrn', 'MRN 00124471', '00124471'],
    ['mrn', 'MRN: #00124471', '00124471'],
    ['bill_pay_number', '801 555 0142', '8015550142'],
    ['guarantor_id', '123.456.789', '123456789'],
    ['account_number', '88-201447', '88-201447'],
    ['account_number', '88 - 201447', '88-201447'],
    ['account_number', '88–201447', '88-201447'],
  ];
  test.each(read)('as %s: %j is %s', (kind, typed, value) => {
    expect(readIdentifier(kind, typed)).toEqual({ ok: true, kind, value });
  });

  it('keeps leading zeros', () => {
    expect(readIdentifier('mrn', '00000017')).toMatchObject({ value: '00000017' });
  });

  it('an empty box is not a wrong number', () => {
    expect(readIdentifier('mrn', '  ')).toEqual({ ok: false, fault: 'empty' });
  });

  test.each(['1234567', '1234567890123', '12345678a', 'not known', '88-20144'])(
    '%j is none of the four',
    typed => {
      for (const kind of IdentifierKind.options) {
        expect(readIdentifier(kind, typed)).toEqual({ ok: false, fault: 'malformed' });
      }
    },
  );

  it('answers any text whatever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IdentifierKind.options), fc.string(), (kind, typed) => {
        expect(readIdentifier(kind, typed)).toHaveProperty('ok');
      }),
    );
  });
});

it('a masked identifier shows its last four alone, and no line breaks in it', () => {
  expect(masked('00124471')).toBe('…\u20604471');
});
