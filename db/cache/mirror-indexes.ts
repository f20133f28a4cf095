import type { WriteDb } from '../handles.ts';
import { inTransaction, writeQuery } from '../query.ts';
import { moveMirror } from './mirror-standing.ts';

/** Built after a full pull: kept up row by row they would cost several times as much. */
const indexes = [
  'guarantor_by_bill_pay_number ON guarantor (bill_pay_number)',
  'patient_by_birth_date_and_name ON patient (birth_date, name_key)',
  'patient_by_guarantor ON patient (guarantor_id)',
  'account_by_number ON account (account_number)',
  'payment_by_time ON payment (taken_at, attempt_key, state, method_kind, amount_cents, last4)',
].map(index => writeQuery(`CREATE INDEX IF NOT EXISTS ${index}`));

/** Opens the ways in beside the keys. */
export function indexMirror(db: WriteDb): void {
  inTransaction(db, () => {
    for (const index of indexes) index.run(db, {});
    moveMirror(db, { isIndexed: true });
  });
}
