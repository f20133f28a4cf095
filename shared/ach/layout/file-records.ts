import type { Layout } from './field.ts';

/** File header (1): who sends the file to whom, and when. Nacha Operating Rules, record formats. */
export const fileHeader = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['1'] },
  { name: 'priorityCode', start: 2, length: 2, kind: 'fixed', values: ['01'] },
  { name: 'immediateDestination', start: 4, length: 10, kind: 'text', blank: 'must' },
  { name: 'immediateOrigin', start: 14, length: 10, kind: 'text', blank: 'must' },
  { name: 'fileCreationDate', start: 24, length: 6, kind: 'date', blank: 'must' },
  { name: 'fileCreationTime', start: 30, length: 4, kind: 'time', blank: 'may' },
  { name: 'fileIdModifier', start: 34, length: 1, kind: 'code', blank: 'should' },
  { name: 'recordSize', start: 35, length: 3, kind: 'fixed', values: ['094'] },
  { name: 'blockingFactor', start: 38, length: 2, kind: 'fixed', values: ['10'] },
  { name: 'formatCode', start: 40, length: 1, kind: 'fixed', values: ['1'] },
  { name: 'immediateDestinationName', start: 41, length: 23, kind: 'text' },
  { name: 'immediateOriginName', start: 64, length: 23, kind: 'text' },
  { name: 'referenceCode', start: 87, length: 8, kind: 'text' },
] as const satisfies Layout;

/** File control (9): counts, hash and totals over all batches. Nacha Operating Rules, record formats. */
export const fileControl = [
  { name: 'recordType', start: 1, length: 1, kind: 'fixed', values: ['9'] },
  { name: 'batchCount', start: 2, length: 6, kind: 'digits' },
  { name: 'blockCount', start: 8, length: 6, kind: 'digits' },
  { name: 'entryAddendaCount', start: 14, length: 8, kind: 'digits' },
  { name: 'entryHash', start: 22, length: 10, kind: 'digits' },
  { name: 'totalDebits', start: 32, length: 12, kind: 'amount' },
  { name: 'totalCredits', start: 44, length: 12, kind: 'amount' },
  { name: 'reserved', start: 56, length: 39, kind: 'reserved' },
] as const satisfies Layout;

/** The line that fills the last block up to ten lines. */
export const FILLER = '9'.repeat(94);
