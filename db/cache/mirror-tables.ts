import type { MirrorEntity, MirrorRow } from '#shared/sync/mirror-rows.ts';

/** Where the rows of one entity are kept. Columns are named after the fields of the feed's rows. */
export interface MirrorTable {
  readonly table: string;
  /** The column, and the field, that tells rows of one guarantor apart. */
  readonly id: readonly [column: string, field: string];
  /** Whether the key begins with the guarantor; otherwise `id` alone is the key. */
  readonly byGuarantor: boolean;
  /** Columns, each with its field, that an index beside the key holds. */
  readonly indexed: Readonly<Record<string, string>>;
  /** The others. */
  readonly plain: Readonly<Record<string, string>>;
}

const ofGuarantor = { guarantor_id: 'guarantorId' };

export const mirrorTables: { readonly [Entity in MirrorEntity]: MirrorTable } = {
  guarantor: {
    table: 'guarantor',
    id: ['guarantor_id', 'guarantorId'],
    byGuarantor: false,
    indexed: { bill_pay_number: 'billPayNumber' },
    plain: { name: 'name', region: 'region', language: 'language' },
  },
  patient: {
    table: 'patient',
    id: ['mrn', 'mrn'],
    byGuarantor: false,
    indexed: { ...ofGuarantor, birth_date: 'birthDate', name_key: 'nameKey' },
    plain: {
      name: 'name',
      relationship: 'relationship',
      is_deceased: 'isDeceased',
      locked_at: 'lockedAt',
    },
  },
  account: {
    table: 'account',
    id: ['account_id', 'accountId'],
    byGuarantor: true,
    indexed: { account_number: 'accountNumber' },
    plain: { ledger: 'ledger', mrn: 'mrn', balance_cents: 'balanceCents', held: 'held' },
  },
  charge: {
    table: 'charge',
    id: ['charge_id', 'chargeId'],
    byGuarantor: true,
    indexed: {},
    plain: {
      account_id: 'accountId',
      kind: 'kind',
      description: 'description',
      serviced_on: 'servicedOn',
      statement_number: 'statementNumber',
      due_on: 'dueOn',
      billed_cents: 'billedCents',
      insurance: 'insurance',
      insurance_paid_cents: 'insurancePaidCents',
      adjusted_cents: 'adjustedCents',
      paid_cents: 'paidCents',
      open_cents: 'openCents',
    },
  },
  statement: {
    table: 'statement',
    id: ['statement_number', 'statementNumber'],
    byGuarantor: true,
    indexed: {},
    plain: { issued_on: 'issuedOn', due_on: 'dueOn', total_cents: 'totalCents' },
  },
  payment: {
    table: 'payment',
    id: ['attempt_key', 'key'],
    byGuarantor: true,
    indexed: {},
    plain: {
      taken_at: 'takenAt',
      state: 'state',
      method_kind: 'methodKind',
      last4: 'last4',
      amount_cents: 'amountCents',
      body: 'body',
    },
  },
  plan: {
    table: 'payment_plan',
    id: ['plan_id', 'planId'],
    byGuarantor: true,
    indexed: {},
    plain: {
      months: 'months',
      instalment_cents: 'instalmentCents',
      remaining_cents: 'remainingCents',
      next_due_on: 'nextDueOn',
    },
  },
  dispute: {
    table: 'dispute',
    id: ['dispute_id', 'disputeId'],
    byGuarantor: true,
    indexed: {},
    plain: { charge_id: 'chargeId', opened_on: 'openedOn' },
  },
  application: {
    table: 'assistance_application',
    id: ['application_id', 'applicationId'],
    byGuarantor: true,
    indexed: {},
    plain: { programme: 'programme', opened_on: 'openedOn' },
  },
};

type Kept = string | number | null;

function kept(value: unknown): Kept {
  return typeof value === 'boolean' ? Number(value) : (value as Kept);
}

/** A payment is kept as it came, and what it is searched by beside it. */
function beside(row: MirrorRow<'payment'>) {
  const { method } = row;
  const last4 = 'last4' in method ? method.last4 : null;
  return { body: JSON.stringify(row), methodKind: method.kind, last4 };
}

/** A row of the feed as parameters of its table's statements, by field. */
export function parametersOf<Entity extends MirrorEntity>(
  entity: Entity,
  row: MirrorRow<Entity>,
): Record<string, Kept> {
  const { id, byGuarantor, indexed, plain } = mirrorTables[entity];
  const whole: Record<string, unknown> = { ...row, ...('method' in row && beside(row)) };
  const given: Record<string, Kept> = { [id[1]]: kept(whole[id[1]]) };
  if (byGuarantor) given.guarantorId = kept(whole.guarantorId);
  for (const field of Object.values(indexed)) given[field] = kept(whole[field]);
  for (const field of Object.values(plain)) given[field] = kept(whole[field]);
  return given;
}
