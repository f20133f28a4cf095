import type { Layout } from './field.ts';

const recordType = {
  name: 'recordType',
  start: 1,
  length: 1,
  kind: 'fixed',
  values: ['7'],
} as const;
const entrySequence = { name: 'entrySequence', start: 88, length: 7, kind: 'digits' } as const;
const addendaSequence = { name: 'addendaSequence', start: 84, length: 4, kind: 'digits' } as const;

const typed = (type: string) =>
  ({ name: 'addendaType', start: 2, length: 2, kind: 'fixed', values: [type] }) as const;

const twoLines = (type: string, first: string, second: string) =>
  [
    recordType,
    typed(type),
    { name: first, start: 4, length: 35, kind: 'text', blank: 'should' },
    { name: second, start: 39, length: 35, kind: 'text', blank: 'should' },
    { name: 'reserved', start: 74, length: 14, kind: 'reserved' },
    entrySequence,
  ] as const satisfies Layout;

const bank = (type: string) =>
  [
    recordType,
    typed(type),
    { name: 'bankName', start: 4, length: 35, kind: 'text', blank: 'should' },
    { name: 'bankNumberQualifier', start: 39, length: 2, kind: 'text', blank: 'should' },
    { name: 'bankNumber', start: 41, length: 34, kind: 'text', blank: 'should' },
    { name: 'branchCountry', start: 75, length: 3, kind: 'text', blank: 'should' },
  ] as const satisfies Layout;

const aBank = (type: string) =>
  [
    ...bank(type),
    { name: 'reserved', start: 78, length: 10, kind: 'reserved' },
    entrySequence,
  ] as const satisfies Layout;

/** The addenda an IAT entry carries: 10 to 16 each once, then 17 and 18. Nacha Operating Rules, record formats. */
export const iatAddenda: Readonly<Record<string, Layout>> = {
  '10': [
    recordType,
    typed('10'),
    { name: 'transactionType', start: 4, length: 3, kind: 'code', blank: 'must' },
    { name: 'foreignPaymentAmount', start: 7, length: 18, kind: 'amount' },
    { name: 'foreignTrace', start: 25, length: 22, kind: 'text' },
    { name: 'receiverName', start: 47, length: 35, kind: 'text', blank: 'should' },
    { name: 'reserved', start: 82, length: 6, kind: 'reserved' },
    entrySequence,
  ],
  '11': twoLines('11', 'originatorName', 'originatorStreet'),
  '12': twoLines('12', 'originatorCity', 'originatorCountry'),
  '13': aBank('13'),
  '14': aBank('14'),
  '15': [
    recordType,
    typed('15'),
    { name: 'receiverIdentification', start: 4, length: 15, kind: 'text' },
    { name: 'receiverStreet', start: 19, length: 35, kind: 'text', blank: 'should' },
    { name: 'reserved', start: 54, length: 34, kind: 'reserved' },
    entrySequence,
  ],
  '16': twoLines('16', 'receiverCity', 'receiverCountry'),
  '17': [
    recordType,
    typed('17'),
    { name: 'paymentInformation', start: 4, length: 80, kind: 'text' },
    addendaSequence,
    entrySequence,
  ],
  '18': [
    ...bank('18'),
    { name: 'reserved', start: 78, length: 6, kind: 'reserved' },
    addendaSequence,
    entrySequence,
  ],
};
