export interface ChangeCode {
  readonly title: string;
  /** Where in the corrected data each part stands, counted from 1; nothing where it holds no data. */
  readonly corrects: readonly CorrectedPart[];
}

export interface CorrectedPart {
  readonly part:
    | 'accountNumber'
    | 'routingNumber'
    | 'transactionCode'
    | 'receiverName'
    | 'identification'
    | 'companyName'
    | 'companyId'
    | 'foreignBank';
  readonly start: number;
  readonly length: number;
}

const at = (part: CorrectedPart['part'], start: number, length: number): CorrectedPart => ({
  part,
  start,
  length,
});

const change = (title: string, ...corrects: CorrectedPart[]): ChangeCode => ({ title, corrects });

/**
 * The codes of notices of change and where each puts its corrected data. The change is made within six
 * banking days, or before the next entry. Source: Nacha Operating Rules, notifications of change.
 */
export const changeCodes: ReadonlyMap<string, ChangeCode> = new Map([
  ['C01', change('Incorrect account number', at('accountNumber', 1, 17))],
  ['C02', change('Incorrect routing number', at('routingNumber', 1, 9))],
  [
    'C03',
    change(
      'Incorrect routing number and account number',
      at('routingNumber', 1, 9),
      at('accountNumber', 13, 17),
    ),
  ],
  ['C04', change('Incorrect name of the receiver', at('receiverName', 1, 22))],
  ['C05', change('Incorrect transaction code', at('transactionCode', 1, 2))],
  [
    'C06',
    change(
      'Incorrect account number and transaction code',
      at('accountNumber', 1, 17),
      at('transactionCode', 21, 2),
    ),
  ],
  [
    'C07',
    change(
      'Incorrect routing number, account number and transaction code',
      at('routingNumber', 1, 9),
      at('accountNumber', 10, 17),
      at('transactionCode', 27, 2),
    ),
  ],
  ['C08', change('Incorrect identification of the foreign bank', at('foreignBank', 1, 34))],
  ['C09', change('Incorrect individual identification', at('identification', 1, 22))],
  ['C10', change('Incorrect company name', at('companyName', 1, 16))],
  ['C11', change('Incorrect company identification', at('companyId', 1, 10))],
  [
    'C12',
    change(
      'Incorrect company name and company identification',
      at('companyName', 1, 16),
      at('companyId', 17, 10),
    ),
  ],
  ['C13', change('Addenda format error')],
  ['C14', change('Incorrect code for an outbound international payment')],
]);

/** Why a notice of change was refused by the bank that received it. */
export const refusalCodes: ReadonlyMap<string, string> = new Map([
  ['C61', 'Misrouted notice'],
  ['C62', 'Incorrect trace number'],
  ['C63', 'Incorrect company identification'],
  ['C64', 'Incorrect individual identification'],
  ['C65', 'Incorrectly formatted corrected data'],
  ['C66', 'Incorrect discretionary data'],
  ['C67', 'Routing number not from the original entry'],
  ['C68', 'Account number not from the original entry'],
  ['C69', 'Incorrect transaction code'],
]);
