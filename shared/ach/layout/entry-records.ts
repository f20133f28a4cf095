import type { Layout } from './field.ts';

const receiver = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['6'] },
  { name: 'transactionCode', start: 2, length: 2, kind: 'digits' },
  { name: 'rdfi', start: 4, length: 8, kind: 'digits' },
  { name: 'checkDigit', start: 12, length: 1, kind: 'digits' },
] as const;

const entryEnd = [
  { name: 'addendaIndicator', start: 79, length: 1, kind: 'fixed', values: ['0', '1'] },
  { name: 'trace', start: 80, length: 15, kind: 'digits' },
] as const;

/** Entry detail (6) of TEL, PPD, WEB, CCD, COR and most others. Nacha Operating Rules, record formats. */
export const entry = [
  ...receiver,
  { name: 'accountNumber', start: 13, length: 17, kind: 'text', blank: 'must' },
  { name: 'amount', start: 30, length: 10, kind: 'amount' },
  { name: 'identification', start: 40, length: 15, kind: 'text' },
  { name: 'receiverName', start: 55, length: 22, kind: 'text' },
  { name: 'discretionaryData', start: 77, length: 2, kind: 'text' },
  ...entryEnd,
] as const satisfies Layout;

/** Entry detail (6) of CTX and its kin, which says how many addenda follow. */
export const corporateEntry = [
  ...receiver,
  { name: 'accountNumber', start: 13, length: 17, kind: 'text', blank: 'must' },
  { name: 'amount', start: 30, length: 10, kind: 'amount' },
  { name: 'identification', start: 40, length: 15, kind: 'text' },
  { name: 'addendaCount', start: 55, length: 4, kind: 'digits' },
  { name: 'receiverName', start: 59, length: 16, kind: 'text' },
  { name: 'reserved', start: 75, length: 2, kind: 'reserved' },
  { name: 'discretionaryData', start: 77, length: 2, kind: 'text' },
  ...entryEnd,
] as const satisfies Layout;

/** Entry detail (6) of IAT; its receiver's name stands in the first addenda. */
export const iatEntry = [
  ...receiver,
  { name: 'addendaCount', start: 13, length: 4, kind: 'digits' },
  { name: 'reserved', start: 17, length: 13, kind: 'reserved' },
  { name: 'amount', start: 30, length: 10, kind: 'amount' },
  { name: 'accountNumber', start: 40, length: 35, kind: 'text', blank: 'must' },
  { name: 'reservedAfterAccount', start: 75, length: 2, kind: 'reserved' },
  { name: 'screening', start: 77, length: 1, kind: 'text' },
  { name: 'secondaryScreening', start: 78, length: 1, kind: 'text' },
  ...entryEnd,
] as const satisfies Layout;
