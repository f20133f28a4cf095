import type { Change } from '#shared/contract/changes.ts';
import { nameKey } from '#shared/text/name-key.ts';

const digits = (length: number, prefix: string, number: number) =>
  prefix + String(number).padStart(length - prefix.length, '0');

/** A record's uuid that says whose and which it is. */
export const uuidOf = (kind: number, number: number, which = 0) =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${digits(12, '', number * 100 + which)}`;

export const guarantorIdOf = (number: number) => digits(9, '3', number);
export const mrnOf = (number: number) => digits(8, '0', number);
export const billPayNumberOf = (number: number) => digits(10, '1', number);
export const accountNumberOf = (number: number) => `88-${digits(6, '', number)}`;
export const nameOf = (number: number) => `Zoë O’Test ${number}`;
export const birthDateOf = (number: number) => `19${digits(2, '', 40 + (number % 50))}-03-14`;

/** One change as the feed gives it. */
export function changeOf(entity: Change['entity'], number: number, id: string, row: object | null) {
  const guarantorId = guarantorIdOf(number);
  return { entity, id, guarantorId, row: row && { guarantorId, ...row } } as Change;
}

export function chargeOf(number: number, which: number, more: object = {}): Change {
  const chargeId = uuidOf(2, number, which);
  return changeOf('charge', number, chargeId, {
    chargeId,
    accountId: uuidOf(1, number),
    kind: 'office_visit',
    description: 'Office visit',
    servicedOn: '2026-10-01',
    statementNumber: digits(10, 'S', number),
    dueOn: '2026-11-01',
    billedCents: 10_000,
    insurance: 'paid',
    insurancePaidCents: 6_000,
    adjustedCents: 0,
    paidCents: 0,
    openCents: 4_000,
    ...more,
  });
}

/** Everything of one guarantor, who is their own only patient. */
export function familyOf(number: number, charges = 2): Change[] {
  const name = nameOf(number);
  const mrn = mrnOf(number);
  const statementNumber = digits(10, 'S', number);
  const accountId = uuidOf(1, number);
  const key = uuidOf(3, number);
  return [
    changeOf('guarantor', number, guarantorIdOf(number), {
      billPayNumber: billPayNumberOf(number),
      name,
      region: 'NCAL',
      language: 'en',
    }),
    changeOf('patient', number, mrn, {
      mrn,
      name,
      nameKey: nameKey(name),
      birthDate: birthDateOf(number),
      relationship: 'self',
      isDeceased: false,
      lockedAt: null,
    }),
    changeOf('account', number, accountId, {
      accountId,
      accountNumber: accountNumberOf(number),
      ledger: 'medical',
      mrn,
      balanceCents: 4_000 * charges,
      held: false,
    }),
    ...Array.from({ length: charges }, (_, which) => chargeOf(number, which)),
    changeOf('statement', number, statementNumber, {
      statementNumber,
      issuedOn: '2026-10-10',
      dueOn: '2026-11-01',
      totalCents: 4_000 * charges,
    }),
    changeOf('payment', number, key, {
      key,
      state: 'approved',
      method: { kind: 'card', brand: 'visa', last4: '4242' },
      amountCents: 1_000,
      allocations: [],
      takenAt: '2026-11-01T18:00:00.000Z',
      postingOn: '2026-11-02',
      confirmation: 'ABC-DEF-GHJ',
      decline: null,
    }),
  ];
}

/** The families `1` to `count`. */
export function families(count: number, charges = 2): Change[] {
  return Array.from({ length: count }, (_, index) => familyOf(index + 1, charges)).flat();
}
