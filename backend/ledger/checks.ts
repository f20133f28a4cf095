import { LedgerEvent } from '#shared/ledger/events.ts';

/** What is proven, in words; the rows of `sql` are what does not hold: id, expected and found cents. */
export interface LedgerCheck {
  readonly name: string;
  readonly sql: string;
}

const RECEIVABLES = `('medical_receivable', 'premium_receivable')`;

const entriesBalance: LedgerCheck = {
  name: 'each entry debits what it credits',
  sql: `
    SELECT entry_id AS id, sum(debit_cents) AS expected, sum(credit_cents) AS found
    FROM ledger_line GROUP BY entry_id HAVING sum(debit_cents) <> sum(credit_cents)`,
};

const entriesHaveLines: LedgerCheck = {
  name: 'each entry has lines',
  sql: `
    SELECT entry_id AS id, 1 AS expected, 0 AS found FROM ledger_entry
    WHERE NOT EXISTS (SELECT FROM ledger_line WHERE ledger_line.entry_id = ledger_entry.entry_id)`,
};

const accountsAgree: LedgerCheck = {
  name: "each account's balance is the sum of its receivable's lines",
  sql: `
    SELECT account_id AS id, coalesce(lines.cents, 0) AS expected, balance_cents AS found
    FROM account LEFT JOIN (
      SELECT account_id, sum(debit_cents - credit_cents) AS cents FROM ledger_line
      WHERE ledger_account IN ${RECEIVABLES} GROUP BY account_id
    ) AS lines USING (account_id)
    WHERE balance_cents <> coalesce(lines.cents, 0)`,
};

/** One check for each amount that a charge keeps: the events that move it, and in which direction. */
function chargeAgrees(name: string, column: string, cents: string, events: string): LedgerCheck {
  return {
    name,
    sql: `
      SELECT charge_id AS id, coalesce(lines.cents, 0) AS expected, ${column} AS found
      FROM charge LEFT JOIN (
        SELECT charge_id, sum(${cents}) AS cents FROM ledger_line JOIN ledger_entry USING (entry_id)
        WHERE ledger_account IN ${RECEIVABLES} AND event IN (${events}) GROUP BY charge_id
      ) AS lines USING (charge_id)
      WHERE ${column} <> coalesce(lines.cents, 0)`,
  };
}

const billedOrAdjusted: readonly LedgerEvent[] = [
  'charge_billed',
  'premium_billed',
  'late_fee_billed',
  'late_fee_waived',
  'finance_charge_billed',
  'insurance_paid',
  'adjusted',
  'assistance_awarded',
];

/** Every event that pays a charge or takes a payment back, as SQL. */
const paymentEvents = LedgerEvent.options
  .filter(event => !billedOrAdjusted.includes(event))
  .map(event => `'${event}'`)
  .join(', ');

const chargesAgree: readonly LedgerCheck[] = [
  chargeAgrees(
    'each charge was billed what its lines say',
    'billed_cents',
    'debit_cents - credit_cents',
    "'charge_billed', 'premium_billed', 'late_fee_billed', 'finance_charge_billed'",
  ),
  chargeAgrees(
    'the insurance paid of each charge what its lines say',
    'insurance_paid_cents',
    'credit_cents - debit_cents',
    "'insurance_paid'",
  ),
  chargeAgrees(
    'each charge was adjusted by what its lines say',
    'adjusted_cents',
    'credit_cents - debit_cents',
    "'adjusted', 'late_fee_waived', 'assistance_awarded'",
  ),
  chargeAgrees(
    'of each charge was paid what its lines say',
    'paid_cents',
    'credit_cents - debit_cents',
    paymentEvents,
  ),
];

const paymentsAreSplitWhole: LedgerCheck = {
  name: "each payment's parts add up to it",
  sql: `
    SELECT key AS id, payment.amount_cents AS expected, coalesce(parts.cents, 0) AS found
    FROM payment LEFT JOIN (
      SELECT payment_key, sum(amount_cents) AS cents FROM payment_allocation GROUP BY payment_key
    ) AS parts ON payment_key = key
    WHERE payment.amount_cents <> coalesce(parts.cents, 0)`,
};

/** Holds a column of each part of the payments that stand against the lines on some ledger accounts. */
function partsAgree(name: string, cents: string, accounts: string): LedgerCheck {
  return {
    name,
    sql: `
    SELECT coalesce(parts.payment_key, lines.payment_key) || ' ' || coalesce(parts.charge_id, lines.charge_id) AS id,
      coalesce(parts.cents, 0) AS expected, coalesce(lines.cents, 0) AS found
    FROM (
      SELECT payment_key, charge_id, ${cents} AS cents
      FROM payment_allocation AS part JOIN payment ON key = payment_key
      WHERE state IN ('approved', 'originated', 'posted', 'settled', 'received', 'refunded')
    ) AS parts FULL JOIN (
      SELECT payment_key, charge_id, sum(credit_cents - debit_cents) AS cents
      FROM ledger_line JOIN ledger_entry USING (entry_id)
      WHERE payment_key IS NOT NULL AND ledger_account IN ${accounts}
      GROUP BY payment_key, charge_id
    ) AS lines ON lines.payment_key = parts.payment_key AND lines.charge_id = parts.charge_id
    WHERE coalesce(parts.cents, 0) <> coalesce(lines.cents, 0)`,
  };
}

const paymentsAgree = partsAgree(
  'what a payment that stands paid is in the ledger, and nothing of any other',
  'part.amount_cents - part.unapplied_cents - part.refunded_cents',
  RECEIVABLES,
);

const creditsAgree = partsAgree(
  'what was paid beyond what was open is a credit in the ledger, and nothing else is',
  'part.unapplied_cents',
  "('unapplied_credit')",
);

const nothingCrossPosted: LedgerCheck = {
  name: 'no line is posted to another account or ledger than its charge is of',
  sql: `
    SELECT entry_id || ' ' || line_number AS id, 0 AS expected, debit_cents + credit_cents AS found
    FROM ledger_line JOIN charge USING (charge_id) JOIN account ON account.account_id = charge.account_id
    WHERE ledger_line.account_id <> charge.account_id
      OR (ledger_account IN ('medical_receivable', 'medical_revenue') AND ledger <> 'medical')
      OR (ledger_account IN ('premium_receivable', 'premium_revenue') AND ledger <> 'premium')
      OR (ledger_account = 'charity_care' AND ledger <> 'medical')`,
};

const awardsAgree: LedgerCheck = {
  name: 'what an award took off a charge is in the ledger, and no other assistance is',
  sql: `
    SELECT coalesce(awarded.charge_id, lines.charge_id) AS id, coalesce(awarded.cents, 0) AS expected,
      coalesce(lines.cents, 0) AS found
    FROM (SELECT charge_id, sum(amount_cents) AS cents FROM assistance_award_line GROUP BY charge_id) AS awarded
      FULL JOIN (
        SELECT charge_id, sum(debit_cents - credit_cents) AS cents FROM ledger_line
        WHERE ledger_account = 'charity_care' GROUP BY charge_id
      ) AS lines ON lines.charge_id = awarded.charge_id
    WHERE coalesce(awarded.cents, 0) <> coalesce(lines.cents, 0)`,
};

const holdsAreOpen: LedgerCheck = {
  name: 'an account is held by an open payment on it unless a supervisor overrode it, and by no other',
  sql: `
    SELECT account_id AS id, 0 AS expected, balance_cents AS found
    FROM account JOIN payment ON key = held_by WHERE payment.state NOT IN ('sent', 'unknown')
    UNION ALL
    SELECT DISTINCT account.account_id, payment.amount_cents, 0
    FROM payment JOIN payment_allocation ON payment_key = key JOIN charge USING (charge_id)
      JOIN account ON account.account_id = charge.account_id
    WHERE payment.state IN ('sent', 'unknown')
      AND (held_by IS NOT DISTINCT FROM key) = EXISTS (SELECT FROM payment_override WHERE payment_override.payment_key = key)`,
};

/** Everything that must hold between the ledger's lines and what is kept beside them. */
export const ledgerChecks: readonly LedgerCheck[] = [
  entriesBalance,
  entriesHaveLines,
  accountsAgree,
  ...chargesAgree,
  paymentsAreSplitWhole,
  paymentsAgree,
  creditsAgree,
  nothingCrossPosted,
  awardsAgree,
  holdsAreOpen,
];
