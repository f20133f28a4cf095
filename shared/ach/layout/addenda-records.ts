import type { Layout } from './field.ts';

const recordType = {
  name: 'recordType',
  start: 1,
  length: 1,
  kind: 'fixed',
  values: ['7'],
} as const;
const trace = { name: 'trace', start: 80, length: 15, kind: 'digits' } as const;
const originalTrace = { name: 'originalTrace', start: 7, length: 15, kind: 'digits' } as const;
const originalRdfi = { name: 'originalRdfi', start: 28, length: 8, kind: 'digits' } as const;

function typed<const Type extends string>(type: Type) {
  return { name: 'addendaType', start: 2, length: 2, kind: 'fixed', values: [type] } as const;
}

/** Addenda 05: what the payment is for. Nacha Operating Rules, record formats. */
export const paymentAddenda = [
  recordType,
  typed('05'),
  { name: 'paymentInformation', start: 4, length: 80, kind: 'text' },
  { name: 'addendaSequence', start: 84, length: 4, kind: 'digits' },
  { name: 'entrySequence', start: 88, length: 7, kind: 'digits' },
] as const satisfies Layout;

/** Addenda 02: the terminal of an entry made at one (POS, SHR, MTE). */
export const terminalAddenda = [
  recordType,
  typed('02'),
  { name: 'terminal', start: 4, length: 76, kind: 'text' },
  trace,
] as const satisfies Layout;

const noticeStart = [
  recordType,
  typed('98'),
  { name: 'code', start: 4, length: 3, kind: 'code', blank: 'must' },
  originalTrace,
  { name: 'reserved', start: 22, length: 6, kind: 'reserved' },
  originalRdfi,
] as const;

/** Addenda 98: a notice of change, C01 to C14. */
export const noticeAddenda = [
  ...noticeStart,
  { name: 'correctedData', start: 36, length: 29, kind: 'text' },
  { name: 'reservedAtEnd', start: 65, length: 15, kind: 'reserved' },
  trace,
] as const satisfies Layout;

/** Addenda 98 of an IAT entry, with room for a foreign account. */
export const iatNoticeAddenda = [
  ...noticeStart,
  { name: 'correctedData', start: 36, length: 35, kind: 'text' },
  { name: 'reservedAtEnd', start: 71, length: 9, kind: 'reserved' },
  trace,
] as const satisfies Layout;

/** Addenda 98: a notice of change that was refused, C61 to C69. */
export const refusedNoticeAddenda = [
  ...noticeStart,
  { name: 'correctedData', start: 36, length: 29, kind: 'text' },
  { name: 'changeCode', start: 65, length: 3, kind: 'code', blank: 'must' },
  { name: 'noticeSequence', start: 68, length: 7, kind: 'digits' },
  { name: 'reservedAtEnd', start: 75, length: 5, kind: 'reserved' },
  trace,
] as const satisfies Layout;

const returnStart = [
  recordType,
  typed('99'),
  { name: 'code', start: 4, length: 3, kind: 'code', blank: 'must' },
  originalTrace,
] as const;

/** Addenda 99: a return. */
export const returnAddenda = [
  ...returnStart,
  { name: 'dateOfDeath', start: 22, length: 6, kind: 'date', blank: 'may' },
  originalRdfi,
  { name: 'information', start: 36, length: 44, kind: 'text' },
  trace,
] as const satisfies Layout;

/** Addenda 99 of an IAT entry, with the amount it was first sent with. */
export const iatReturnAddenda = [
  ...returnStart,
  { name: 'dateOfDeath', start: 22, length: 6, kind: 'date', blank: 'may' },
  originalRdfi,
  { name: 'originalAmount', start: 36, length: 10, kind: 'amount' },
  { name: 'information', start: 46, length: 34, kind: 'text' },
  trace,
] as const satisfies Layout;

const returned = [
  { name: 'returnTrace', start: 39, length: 15, kind: 'digits' },
  { name: 'returnSettlementDate', start: 54, length: 3, kind: 'text' },
  { name: 'returnReason', start: 57, length: 2, kind: 'code', blank: 'must' },
] as const;

/** Addenda 99: a return that its originator's bank dishonours. */
export const dishonouredAddenda = [
  ...returnStart,
  { name: 'reserved', start: 22, length: 6, kind: 'reserved' },
  originalRdfi,
  { name: 'reservedBeforeTrace', start: 36, length: 3, kind: 'reserved' },
  ...returned,
  { name: 'information', start: 59, length: 21, kind: 'text' },
  trace,
] as const satisfies Layout;

/** Addenda 99: a dishonoured return that the receiver's bank contests. */
export const contestedAddenda = [
  ...returnStart,
  { name: 'originalReturnDate', start: 22, length: 6, kind: 'text' },
  originalRdfi,
  { name: 'originalSettlementDate', start: 36, length: 3, kind: 'text' },
  ...returned,
  { name: 'dishonouredTrace', start: 59, length: 15, kind: 'digits' },
  { name: 'dishonouredSettlementDate', start: 74, length: 3, kind: 'text' },
  { name: 'dishonouredReason', start: 77, length: 2, kind: 'code', blank: 'must' },
  { name: 'reserved', start: 79, length: 1, kind: 'reserved' },
  trace,
] as const satisfies Layout;
