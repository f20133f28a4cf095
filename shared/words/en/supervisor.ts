/** The supervisor's first page: unlocking a record. */
export const supervisor = {
  title: 'Unlock a record',
  intro:
    'Three wrong answers lock a record on every desk. Find the patient, then say why it may open.',
  lockedAt: 'Locked {{at}}',
  notLocked: 'This record is not locked; there is nothing to do.',
  reason: 'Reason',
  reasonHint: 'It stands in the audit trail beside your name.',
  submit: 'Unlock the record',
  done: 'The record of {{name}} is unlocked.',
  emptyFind: 'Type what the representative gives you and press Enter.',
  emptyTitle: 'The record will be shown here',
  empty: 'Find a patient at the left and press Enter.',
  record: 'Record',
} as const;
