import type { Layout } from './field.ts';

const serviceClass = {
  name: 'serviceClass',
  start: 2,
  length: 3,
  kind: 'fixed',
  values: ['200', '220', '225', '280'],
} as const;

const batchEnd = [
  { name: 'effectiveDate', start: 70, length: 6, kind: 'date', blank: 'should' },
  { name: 'settlementDate', start: 76, length: 3, kind: 'julian' },
  { name: 'originatorStatus', start: 79, length: 1, kind: 'fixed', values: ['1', '0', '2'] },
  { name: 'odfi', start: 80, length: 8, kind: 'digits' },
  { name: 'batchNumber', start: 88, length: 7, kind: 'digits' },
] as const;

/** Company/batch header (5) of every code but IAT. Nacha Operating Rules, record formats. */
export const batchHeader = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['5'] },
  serviceClass,
  { name: 'companyName', start: 5, length: 16, kind: 'text', blank: 'must' },
  { name: 'companyDiscretionaryData', start: 21, length: 20, kind: 'text' },
  { name: 'companyId', start: 41, length: 10, kind: 'text', blank: 'must' },
  { name: 'secCode', start: 51, length: 3, kind: 'code', blank: 'must' },
  { name: 'entryDescription', start: 54, length: 10, kind: 'text', blank: 'must' },
  { name: 'descriptiveDate', start: 64, length: 6, kind: 'text' },
  ...batchEnd,
] as const satisfies Layout;

/** Batch header (5) of international entries (IAT) and of notices about them (`IATCOR`). */
export const iatBatchHeader = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['5'] },
  serviceClass,
  { name: 'iatIndicator', start: 5, length: 16, kind: 'text' },
  {
    name: 'foreignExchangeIndicator',
    start: 21,
    length: 2,
    kind: 'fixed',
    values: ['FF', 'FV', 'VF'],
  },
  {
    name: 'foreignExchangeReferenceIndicator',
    start: 23,
    length: 1,
    kind: 'fixed',
    values: ['3', '1', '2'],
  },
  { name: 'foreignExchangeReference', start: 24, length: 15, kind: 'text' },
  { name: 'destinationCountry', start: 39, length: 2, kind: 'code', blank: 'must' },
  { name: 'companyId', start: 41, length: 10, kind: 'text', blank: 'must' },
  { name: 'secCode', start: 51, length: 3, kind: 'code', blank: 'must' },
  { name: 'entryDescription', start: 54, length: 10, kind: 'text', blank: 'must' },
  { name: 'originatingCurrency', start: 64, length: 3, kind: 'code', blank: 'must' },
  { name: 'destinationCurrency', start: 67, length: 3, kind: 'code', blank: 'must' },
  ...batchEnd,
] as const satisfies Layout;

/** Batch control (8): what the batch must add up to. Nacha Operating Rules, record formats. */
export const batchControl = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['8'] },
  serviceClass,
  { name: 'entryAddendaCount', start: 5, length: 6, kind: 'digits' },
  { name: 'entryHash', start: 11, length: 10, kind: 'digits' },
  { name: 'totalDebits', start: 21, length: 12, kind: 'amount' },
  { name: 'totalCredits', start: 33, length: 12, kind: 'amount' },
  { name: 'companyId', start: 45, length: 10, kind: 'text' },
  { name: 'messageAuthenticationCode', start: 55, length: 19, kind: 'text' },
  { name: 'reserved', start: 74, length: 6, kind: 'reserved' },
  { name: 'odfi', start: 80, length: 8, kind: 'digits' },
  { name: 'batchNumber', start: 88, length: 7, kind: 'digits' },
] as const satisfies Layout;
