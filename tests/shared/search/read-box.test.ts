import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmationNumber } from '#shared/payments/confirmation-number.ts';
import { noFilters } from '#shared/search/payment-search.ts';
import { readBox } from '#shared/search/read-box.ts';
import { searchFault } from '#shared/search/search-fault.ts';

describe('the one box of the search', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['0012 3456', { kind: 'mrn', value: '00123456' }],
    ['MRN 00123456', { kind: 'mrn', value: '00123456' }],
    ['300-000-123', { kind: 'guarantor_id', value: '300000123' }],
    ['1234567890', { kind: 'bill_pay_number', value: '1234567890' }],
    ['88-201447', { kind: 'account_number', value: '88-201447' }],
    ['4242', { kind: 'last4', value: '4242' }],
    ['…4242', { kind: 'last4', value: '4242' }],
    ['ending in 4242', { kind: 'last4', value: '4242' }],
    ['$4242', { kind: 'amount', amountCents: 424_200 }],
    ['1,284.60', { kind: 'amount', amountCents: 128_460 }],
    ['091000010000007', { kind: 'trace', value: '091000010000007' }],
    ["O'Neil-Đặng", { kind: 'name', value: 'oneildang' }],
    ["'; DROP TABLE payment; --", { kind: 'name', value: 'droptablepayment' }],
    ['%', { kind: 'unclear' }],
    ['_', { kind: 'unclear' }],
    ['123', { kind: 'unclear' }],
  ])('takes %s for what it is', (typed, read) => {
    expect(readBox(typed)).toEqual(read);
  });

  it('takes a confirmation number for one, however it is written', () => {
    const value = confirmationNumber(new Uint8Array(8).fill(4));
    for (const typed of [value, value.toLowerCase(), value.replaceAll('-', ' ')]) {
      expect(readBox(typed)).toEqual({ kind: 'confirmation', value });
    }
  });

  it('takes a link of a payment for the payment', () => {
    const key = '0199A4C2-7b1e-7cc3-8b7e-1f6f4b7d9a10';
    const value = key.toLowerCase();
    expect(readBox(key)).toEqual({ kind: 'key', value });
    expect(readBox(` remitdesk://payment/${key} `)).toEqual({ kind: 'key', value });
  });

  it('answers any text whatever, and holds no sign of a pattern in what it searches', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const read = readBox(text);
        if (read.kind === 'name') expect(read.value).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('a search that cannot be', () => {
  it.each([
    [{ from: '2026-03-02', to: '2026-03-01' }, 'search_dates_turned'],
    [{ from: '2026-02-30' }, 'search_date_wrong'],
    [{ to: '0026-02-03' }, 'search_date_wrong'],
    [{ fromCents: 200, toCents: 100 }, 'search_amounts_turned'],
    [{ fromCents: -1 }, 'search_amount_wrong'],
    [{ toCents: 1.5 }, 'search_amount_wrong'],
    [{ states: ['settled', 'nearly'] }, 'search_state_unknown'],
    [{ methods: ['cash'] }, 'search_method_unknown'],
    [{ exception: 'odd' }, 'search_exception_unknown'],
    [{ region: 'TX' }, 'search_region_unknown'],
    [{ box: 'a'.repeat(121) }, 'search_too_long'],
    [{ box: '4242 4242 4242 4242' }, 'search_card_number'],
    [{ box: '%%' }, 'search_not_understood'],
    [{ patient: '123' }, 'search_patient_wrong'],
    [{ confirmation: '7KD-4RX-A3A' }, 'search_confirmation_wrong'],
    [{ last4: '12345' }, 'search_last4_wrong'],
    [
      { batch: { kind: 'ach_file' as const, fileId: "' OR 1=1", batchNumber: null } },
      'search_batch_unknown',
    ],
  ])('says what is wrong: %j', (filters, code) => {
    expect(searchFault({ ...noFilters, ...filters })?.code).toBe(code);
  });

  it('is not one that asks for everything, or for one day', () => {
    expect(searchFault(noFilters)).toBeUndefined();
    expect(searchFault({ ...noFilters, from: '2026-03-01', to: '2026-03-01' })).toBeUndefined();
  });
});
