export type Direction = 'debit' | 'credit';

export interface TransactionCode {
  readonly account: 'checking' | 'savings' | 'ledger' | 'loan';
  readonly direction: Direction;
  /** `return` is a return or a notice; `prenote` and `remittance` move no money. */
  readonly use: 'return' | 'live' | 'prenote' | 'remittance';
}

const uses = ['return', 'live', 'prenote', 'remittance'] as const;

/** The second digit says what the entry does: 1 to 4 are credits, 6 to 9 debits. */
function eightCodes(
  tens: number,
  account: TransactionCode['account'],
): [string, TransactionCode][] {
  return uses.flatMap((use, place) => [
    [`${tens}${place + 1}`, { account, direction: 'credit', use }],
    [`${tens}${place + 6}`, { account, direction: 'debit', use }],
  ]);
}

/** Every transaction code an entry may have. Source: Nacha Operating Rules, transaction codes. */
export const transactionCodes: ReadonlyMap<string, TransactionCode> = new Map<
  string,
  TransactionCode
>([
  ...eightCodes(2, 'checking'),
  ...eightCodes(3, 'savings'),
  ...eightCodes(4, 'ledger'),
  ['51', { account: 'loan', direction: 'credit', use: 'return' }],
  ['52', { account: 'loan', direction: 'credit', use: 'live' }],
  ['53', { account: 'loan', direction: 'credit', use: 'prenote' }],
  ['54', { account: 'loan', direction: 'credit', use: 'remittance' }],
  ['55', { account: 'loan', direction: 'debit', use: 'live' }],
  ['56', { account: 'loan', direction: 'debit', use: 'return' }],
]);

/**
 * The transaction codes of ADV entries, what an operator booked for a bank: 81, 83, 85, 87 are credits, 82, 84,
 * 86, 88 debits. Source: Nacha Operating Rules, automated accounting advices.
 */
export const adviceCodes: ReadonlyMap<string, TransactionCode> = new Map<string, TransactionCode>(
  [81, 82, 83, 84, 85, 86, 87, 88].map(code => [
    String(code),
    { account: 'ledger', direction: code % 2 === 1 ? 'credit' : 'debit', use: 'live' },
  ]),
);
