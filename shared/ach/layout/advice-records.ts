import type { Layout } from './field.ts';

// An ADV file tells a bank what an ACH operator booked on its account; its amounts have more room.

/** Entry detail (6) of ADV. Nacha Operating Rules, record formats. */
export const adviceEntry = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['6'] },
  { name: 'transactionCode', start: 2, length: 2, kind: 'digits' },
  { name: 'rdfi', start: 4, length: 8, kind: 'digits' },
  { name: 'checkDigit', start: 12, length: 1, kind: 'digits' },
  { name: 'accountNumber', start: 13, length: 15, kind: 'text', blank: 'must' },
  { name: 'amount', start: 28, length: 12, kind: 'amount' },
  { name: 'adviceRouting', start: 40, length: 9, kind: 'digits' },
  { name: 'fileIdentification', start: 49, length: 5, kind: 'text' },
  { name: 'operatorData', start: 54, length: 1, kind: 'text' },
  { name: 'receiverName', start: 55, length: 22, kind: 'text' },
  { name: 'discretionaryData', start: 77, length: 2, kind: 'text' },
  { name: 'addendaIndicator', start: 79, length: 1, kind: 'fixed', values: ['0', '1'] },
  { name: 'operatorRouting', start: 80, length: 8, kind: 'digits' },
  { name: 'julianDay', start: 88, length: 3, kind: 'julian' },
  { name: 'sequence', start: 91, length: 4, kind: 'digits' },
] as const satisfies Layout;

/** Batch control (8) of ADV. Nacha Operating Rules, record formats. */
export const adviceBatchControl = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['8'] },
  { name: 'serviceClass', start: 2, length: 3, kind: 'fixed', values: ['280'] },
  { name: 'entryAddendaCount', start: 5, length: 6, kind: 'digits' },
  { name: 'entryHash', start: 11, length: 10, kind: 'digits' },
  { name: 'totalDebits', start: 21, length: 20, kind: 'amount' },
  { name: 'totalCredits', start: 41, length: 20, kind: 'amount' },
  { name: 'operatorData', start: 61, length: 19, kind: 'text' },
  { name: 'odfi', start: 80, length: 8, kind: 'digits' },
  { name: 'batchNumber', start: 88, length: 7, kind: 'digits' },
] as const satisfies Layout;

/** File control (9) of a file of ADV batches. Nacha Operating Rules, record formats. */
export const adviceFileControl = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['9'] },
  { name: 'batchCount', start: 2, length: 6, kind: 'digits' },
  { name: 'blockCount', start: 8, length: 6, kind: 'digits' },
  { name: 'entryAddendaCount', start: 14, length: 8, kind: 'digits' },
  { name: 'entryHash', start: 22, length: 10, kind: 'digits' },
  { name: 'totalDebits', start: 32, length: 20, kind: 'amount' },
  { name: 'totalCredits', start: 52, length: 20, kind: 'amount' },
  { name: 'reserved', start: 72, length: 23, kind: 'reserved' },
] as const satisfies Layout;
