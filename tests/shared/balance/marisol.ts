import type { Account } from '#shared/billing/account.ts';
import { Balance } from '#shared/billing/balance.ts';
import type { Charge } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';

export const today = '2026-11-21' as CalendarDate;

const own = '11111111-1111-4111-8111-111111111111';
const sons = '22222222-2222-4222-8222-222222222222';
const coverage = '33333333-3333-4333-8333-333333333333';

let made = 0;

/** A charge of Marisol's own account, $100.00 open and due on October 5 unless told otherwise. */
export function aCharge(change: Partial<Record<keyof Charge, unknown>>): Charge {
  made += 1;
  return {
    chargeId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    accountId: own,
    kind: 'laboratory',
    description: 'Laboratory',
    servicedOn: '2026-09-03',
    statementNumber: 'S-2026-09',
    dueOn: '2026-10-05',
    billedCents: 50_000,
    insurance: 'paid',
    insurancePaidCents: 40_000,
    adjustedCents: 0,
    paidCents: 0,
    openCents: 10_000,
    disputed: false,
    ...change,
  } as Charge;
}

function anAccount(accountId: string, change: Partial<Record<keyof Account, unknown>>) {
  return { accountId, ledger: 'medical', mrn: '00124471', held: false, balanceCents: 0, ...change };
}

/** Marisol pays for herself and for Tomás; her coverage has a premium of its own. */
export const marisol: Balance = Balance.parse({
  guarantor: {
    guarantorId: '300441207',
    billPayNumber: '8015550142',
    name: "Marisol O'Neil-Đặng",
    region: 'NCAL',
    timeZone: 'America/Los_Angeles',
    language: 'es',
  },
  patients: [
    { mrn: '00124471', name: "Marisol O'Neil-Đặng", relationship: 'self' },
    { mrn: '00124472', name: "Tomás O'Neil-Đặng", relationship: 'child' },
  ],
  accounts: [
    anAccount(own, {
      accountNumber: '88-201447',
      patientName: "Marisol O'Neil-Đặng",
      balanceCents: 31_240,
    }),
    anAccount(sons, {
      accountNumber: '90-117003',
      mrn: '00124472',
      patientName: "Tomás O'Neil-Đặng",
      balanceCents: 97_220,
    }),
    anAccount(coverage, {
      accountNumber: '70-000012',
      ledger: 'premium',
      patientName: "Marisol O'Neil-Đặng",
    }),
  ],
  charges: [
    aCharge({
      kind: 'imaging',
      description: 'Knee MRI',
      billedCents: 95_240,
      insurancePaidCents: 74_000,
      openCents: 21_240,
    }),
    aCharge({ kind: 'laboratory' }),
    aCharge({
      accountId: sons,
      kind: 'office_visit',
      description: 'Office visit',
      servicedOn: '2026-09-20',
      dueOn: '2026-11-28',
      statementNumber: 'S-2026-11',
      insurance: 'pending',
      insurancePaidCents: 0,
      openCents: 97_220,
    }),
    aCharge({
      accountId: sons,
      kind: 'procedure',
      servicedOn: '2026-06-01',
      openCents: 0,
      paidCents: 10_000,
    }),
  ],
  statements: [
    {
      statementNumber: 'S-2026-09',
      issuedOn: '2026-09-10',
      dueOn: '2026-10-05',
      totalCents: 31_240,
    },
    {
      statementNumber: 'S-2026-11',
      issuedOn: '2026-11-03',
      dueOn: '2026-11-28',
      totalCents: 97_220,
    },
  ],
  payments: [
    {
      key: '01998a5f-0000-7000-8000-000000000001',
      guarantorId: '300441207',
      state: 'posted',
      method: { kind: 'card', brand: 'visa', last4: '1234' },
      amountCents: 8_000,
      allocations: [],
      takenAt: '2026-10-02T20:15:00.000Z',
      postingOn: '2026-10-05',
      confirmation: '479-ACD-FHW',
      decline: null,
    },
  ],
  plan: null,
  disputes: [],
  applications: [],
  creditCents: 0,
  asOf: '2026-11-21T22:02:00.000Z',
});

/** An account of the premium ledger, for charges of coverage. */
export const coverageAccountId = coverage;
export const sonsAccountId = sons;
