import { Balance } from '#shared/billing/balance.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import type { MirrorRow } from '#shared/sync/mirror-rows.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';

const STATEMENTS_SHOWN = 12;
const PAYMENTS_SHOWN = 20;

interface Whose extends Record<string, string> {
  readonly guarantorId: string;
}

const guarantors = readQuery<MirrorRow<'guarantor'>, Whose>(`
  SELECT guarantor_id AS guarantorId, bill_pay_number AS billPayNumber, name, region, language
  FROM guarantor WHERE guarantor_id = :guarantorId`);

const patients = readQuery<object, Whose>(`
  SELECT mrn, name, relationship FROM patient WHERE guarantor_id = :guarantorId
  ORDER BY name_key, mrn`);

const accounts = readQuery<{ held: number }, Whose>(`
  SELECT account_id AS accountId, account_number AS accountNumber, ledger, account.mrn,
    patient.name AS patientName, balance_cents AS balanceCents, held
  FROM account JOIN patient ON patient.mrn = account.mrn
  WHERE account.guarantor_id = :guarantorId ORDER BY ledger, account_number`);

const charges = readQuery<{ chargeId: string }, Whose>(`
  SELECT charge_id AS chargeId, account_id AS accountId, kind, description, serviced_on AS servicedOn,
    statement_number AS statementNumber, due_on AS dueOn, billed_cents AS billedCents, insurance,
    insurance_paid_cents AS insurancePaidCents, adjusted_cents AS adjustedCents,
    paid_cents AS paidCents, open_cents AS openCents
  FROM charge WHERE guarantor_id = :guarantorId
  ORDER BY coalesce(due_on, '9999-12-31'), serviced_on, charge_id`);

const statements = readQuery<object, Whose>(`
  SELECT statement_number AS statementNumber, issued_on AS issuedOn, due_on AS dueOn,
    total_cents AS totalCents
  FROM statement WHERE guarantor_id = :guarantorId
  ORDER BY issued_on DESC, statement_number DESC LIMIT ${STATEMENTS_SHOWN}`);

const payments = readQuery<{ body: string }, Whose>(`
  SELECT body FROM payment WHERE guarantor_id = :guarantorId
  ORDER BY taken_at DESC, attempt_key DESC LIMIT ${PAYMENTS_SHOWN}`);

const plans = readQuery<object, Whose>(`
  SELECT plan_id AS planId, months, instalment_cents AS instalmentCents,
    remaining_cents AS remainingCents, next_due_on AS nextDueOn
  FROM payment_plan WHERE guarantor_id = :guarantorId`);

const disputes = readQuery<{ chargeId: string }, Whose>(`
  SELECT dispute_id AS disputeId, charge_id AS chargeId, opened_on AS openedOn
  FROM dispute WHERE guarantor_id = :guarantorId ORDER BY opened_on`);

const applications = readQuery<object, Whose>(`
  SELECT application_id AS applicationId, programme, opened_on AS openedOn
  FROM assistance_application WHERE guarantor_id = :guarantorId ORDER BY opened_on`);

/**
 * A guarantor's bill put together from the rows of the copy, as the backend had it at `asOf` (ms since
 * 1970); undefined when the guarantor is not in the copy. The patients index must be there.
 */
export function mirrorBalance(db: ReadDb, guarantorId: string, asOf: number): Balance | undefined {
  const whose = { guarantorId };
  const guarantor = guarantors.get(db, whose);
  if (!guarantor) return undefined;
  const open = disputes.all(db, whose);
  const disputed = new Set(open.map(each => each.chargeId));
  return Balance.safeParse({
    guarantor: { ...guarantor, timeZone: regions[guarantor.region].timeZone },
    patients: patients.all(db, whose),
    accounts: accounts.all(db, whose).map(each => ({ ...each, held: each.held === 1 })),
    charges: charges
      .all(db, whose)
      .map(each => ({ ...each, disputed: disputed.has(each.chargeId) })),
    statements: statements.all(db, whose),
    payments: payments.all(db, whose).map(each => JSON.parse(each.body)),
    plan: plans.get(db, whose) ?? null,
    disputes: open,
    applications: applications.all(db, whose),
    creditCents: null,
    asOf: instantOf(asOf),
  }).data;
}
