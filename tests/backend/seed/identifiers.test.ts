import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scatter } from '#backend/seed/draws/scatter.ts';
import { FAMILIES_AT_MOST, identifiersOf, MEMBERS_AT_MOST } from '#backend/seed/identifiers.ts';
import { personas } from '#backend/seed/personas.ts';
import { AccountNumber } from '#shared/identifiers/account-number.ts';
import { BillPayNumber } from '#shared/identifiers/bill-pay-number.ts';
import { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { Mrn } from '#shared/identifiers/mrn.ts';
import { isConfirmationNumber } from '#shared/payments/confirmation-number.ts';
import { seedOf } from './seeds.ts';

const seeded = seedOf(5_000);

/** Every identifier of a seed that no two rows may share. */
const identifiers = {
  mrn: seeded.flatMap(family => family.patients.map(patient => patient.mrn)),
  guarantorId: seeded.map(family => family.guarantor.guarantorId),
  billPayNumber: seeded.map(family => family.guarantor.billPayNumber),
  accountNumber: seeded.flatMap(family => family.accounts.map(account => account.accountNumber)),
  confirmation: seeded.flatMap(family => family.payments.map(payment => payment.confirmation)),
  id: seeded.flatMap(family => [
    ...family.accounts.map(account => account.accountId),
    ...family.charges.map(charge => charge.chargeId),
    ...family.payments.map(payment => payment.key),
    ...family.entries.map(entry => entry.entryId),
  ]),
};

test.each(Object.entries(identifiers))('no two have the same %s', (_, all) => {
  expect(all.length).toBeGreaterThan(1_000);
  expect(new Set<string>(all).size).toBe(all.length);
});

test('every identifier has the shape that the desk expects', () => {
  for (const mrn of identifiers.mrn) Mrn.parse(mrn);
  for (const guarantorId of identifiers.guarantorId) GuarantorId.parse(guarantorId);
  for (const number of identifiers.billPayNumber) BillPayNumber.parse(number);
  for (const number of identifiers.accountNumber) AccountNumber.parse(number);
  expect(identifiers.confirmation.every(isConfirmationNumber)).toBe(true);
  expect(identifiers.mrn.some(mrn => mrn.startsWith('0'))).toBe(true);
  expect(new Set(identifiers.billPayNumber.map(number => number.length))).toEqual(
    new Set([10, 11, 12]),
  );
});

const family = fc.integer({ min: 0, max: FAMILIES_AT_MOST - 1 });
const member = fc.integer({ min: 0, max: MEMBERS_AT_MOST });

test('numbers of any two families differ, and never belong to a hand-written person', () => {
  const written = Object.values(personas).flatMap(
    ({ mrn, guarantorId, billPayNumber, ...each }) => [
      mrn,
      guarantorId,
      billPayNumber,
      each.medicalAccount,
      each.premiumAccount,
    ],
  );
  const numbersOf = (seed: number, index: number, slot: number) => {
    const made = identifiersOf(String(seed));
    return [
      Mrn.parse(made.mrn(index, slot)),
      GuarantorId.parse(made.guarantorId(index)),
      BillPayNumber.parse(made.billPayNumber(index)),
      AccountNumber.parse(made.accountNumber(index, slot)),
    ];
  };
  fc.assert(
    fc.property(fc.nat(), family, family, member, (seed, one, other, slot) => {
      fc.pre(one !== other);
      const numbers = [...numbersOf(seed, one, slot), ...numbersOf(seed, other, slot)];
      expect(new Set<string>(numbers).size).toBe(8);
      expect(numbers.filter(number => written.includes(number))).toEqual([]);
    }),
  );
});

test('scattering sends every number of a range to another one of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), fc.nat(), (size, shift) => {
      const scattered = scatter(size, shift);
      const all = Array.from({ length: size }, (_, index) => scattered(index));
      expect(new Set(all).size).toBe(size);
      expect(Math.min(...all)).toBe(0);
      expect(Math.max(...all)).toBe(size - 1);
    }),
  );
});
