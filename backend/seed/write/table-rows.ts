import type { Family, SeededPerson } from '../family/family.ts';

type Value = string | number | null;

/** One table of the seed: its columns, and a family's rows in that order. */
interface SeededTable {
  readonly table: string;
  readonly columns: string;
  rows(family: Family): Iterable<readonly Value[]>;
}

const personColumns =
  'given_name, family_name, birth_date, street, postal_code, city, state, phone';

function personValues(person: SeededPerson): Value[] {
  const { givenName, familyName, birthDate, street, postalCode, city, state, phone } = person;
  return [givenName, familyName, birthDate, street, postalCode, city, state, phone];
}

/** What every payment of the seeded past has in common. */
const SEEDED_CARD = ['card', 'seeded'] as const;

/** In the order in which they are written: no row before the one it refers to. */
export const seededTables: readonly SeededTable[] = [
  {
    table: 'guarantor',
    columns: `guarantor_id, bill_pay_number, ${personColumns}, email, email_agreed_on, region, language`,
    rows: ({
      guarantor: { guarantorId, billPayNumber, email, emailAgreedOn, region, language, ...person },
    }) => [
      [guarantorId, billPayNumber, ...personValues(person), email, emailAgreedOn, region, language],
    ],
  },
  {
    table: 'patient',
    columns: `mrn, guarantor_id, ${personColumns}, relationship, deceased_on, verification_failures, locked_at`,
    rows: ({ guarantor, patients }) =>
      patients.map(({ mrn, relationship, deceasedOn, ...patient }) => [
        mrn,
        guarantor.guarantorId,
        ...personValues(patient),
        relationship,
        deceasedOn,
        patient.verificationFailures,
        patient.lockedAt,
      ]),
  },
  {
    table: 'authorised_representative',
    columns: 'mrn, name, valid_until',
    rows: ({ representatives }) =>
      representatives.map(({ mrn, name, validUntil }) => [mrn, name, validUntil]),
  },
  {
    table: 'account',
    columns: 'account_id, account_number, guarantor_id, mrn, ledger, balance_cents',
    rows: ({ guarantor, accounts }) =>
      accounts.map(({ accountId, accountNumber, mrn, ledger, balanceCents }) => [
        accountId,
        accountNumber,
        guarantor.guarantorId,
        mrn,
        ledger,
        balanceCents,
      ]),
  },
  {
    table: 'statement',
    columns: 'statement_number, guarantor_id, issued_on, due_on, total_cents',
    rows: ({ guarantor, statements }) =>
      statements.map(({ statementNumber, issuedOn, dueOn, totalCents }) => [
        statementNumber,
        guarantor.guarantorId,
        issuedOn,
        dueOn,
        totalCents,
      ]),
  },
  {
    table: 'charge',
    columns:
      'charge_id, account_id, guarantor_id, kind, description, serviced_on, statement_number, due_on, billed_cents, insurance, insurance_paid_cents, adjusted_cents, paid_cents, closed_on',
    rows: ({ guarantor, charges }) =>
      charges.map(charge => [
        charge.chargeId,
        charge.account.accountId,
        guarantor.guarantorId,
        charge.kind,
        charge.description,
        charge.servicedOn,
        charge.statement?.statementNumber ?? null,
        charge.statement?.dueOn ?? null,
        charge.billedCents,
        charge.insurance,
        charge.insurancePaidCents,
        charge.adjustedCents,
        charge.paidCents,
        charge.closedOn,
      ]),
  },
  {
    table: 'dispute',
    columns: 'dispute_id, charge_id, guarantor_id, opened_on, closed_on',
    rows: ({ guarantor, disputes }) =>
      disputes.map(({ disputeId, chargeId, openedOn, closedOn }) => [
        disputeId,
        chargeId,
        guarantor.guarantorId,
        openedOn,
        closedOn,
      ]),
  },
  {
    table: 'assistance_application',
    columns: 'application_id, guarantor_id, programme, opened_on, closed_on',
    rows: ({ guarantor, applications }) =>
      applications.map(({ applicationId, programme, openedOn, closedOn }) => [
        applicationId,
        guarantor.guarantorId,
        programme,
        openedOn,
        closedOn,
      ]),
  },
  {
    table: 'payment_plan',
    columns: 'plan_id, guarantor_id, months, instalment_cents, remaining_cents, next_due_on',
    rows: ({ guarantor, plans }) =>
      plans.map(({ planId, months, instalmentCents, remainingCents, nextDueOn }) => [
        planId,
        guarantor.guarantorId,
        months,
        instalmentCents,
        remainingCents,
        nextDueOn,
      ]),
  },
  {
    table: 'payment',
    columns:
      'key, guarantor_id, state, state_at, card_brand, card_last4, amount_cents, confirmation, posting_on, taken_at, method_kind, source',
    rows: ({ guarantor, payments }) =>
      payments.map(payment => [
        payment.key,
        guarantor.guarantorId,
        payment.state,
        payment.takenAt,
        payment.brand,
        payment.last4,
        payment.amountCents,
        payment.confirmation,
        payment.postingOn,
        payment.takenAt,
        ...SEEDED_CARD,
      ]),
  },
  {
    table: 'payment_allocation',
    columns: 'payment_key, charge_id, amount_cents',
    *rows({ payments }) {
      for (const { key, allocations } of payments) {
        for (const { chargeId, amountCents } of allocations) yield [key, chargeId, amountCents];
      }
    },
  },
  {
    table: 'ledger_entry',
    columns: 'entry_id, guarantor_id, event, entered_at, payment_key',
    rows: ({ guarantor, entries }) =>
      entries.map(({ entryId, event, enteredAt, paymentKey }) => [
        entryId,
        guarantor.guarantorId,
        event,
        enteredAt,
        paymentKey,
      ]),
  },
  {
    table: 'ledger_line',
    columns:
      'entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents',
    *rows({ entries }) {
      for (const { entryId, lines } of entries) {
        for (const [at, line] of lines.entries()) {
          yield [
            entryId,
            at + 1,
            line.ledgerAccount,
            line.accountId,
            line.chargeId,
            line.debitCents,
            line.creditCents,
          ];
        }
      }
    },
  },
];
