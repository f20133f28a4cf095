import type { Direction } from './transaction-codes.ts';

export interface SecCode {
  /** The only direction allowed, save for a reversal; both where nothing is said. */
  readonly only?: Direction;
  /** Which form its entry has. */
  readonly entry: 'standard' | 'corporate' | 'iat' | 'advice';
  /** How many addenda may follow an entry, and of which type. */
  readonly addenda: { readonly most: number; readonly type: '05' | '02' };
  /** Whether the receiver is named in the entry. */
  readonly named: boolean;
}

const none = { most: 0, type: '05' } as const;
const one = { most: 1, type: '05' } as const;
const terminal = { most: 1, type: '02' } as const;
const many = { most: 9_999, type: '05' } as const;
const debitOnly = { only: 'debit', entry: 'standard', addenda: none, named: false } as const;

/**
 * The standard entry class codes: what their batches may hold. ADV is an operator's advice to a bank. Source: Nacha Operating Rules, article two and record formats.
 */
export const secCodes: ReadonlyMap<string, SecCode> = new Map<string, SecCode>([
  ['TEL', { only: 'debit', entry: 'standard', addenda: none, named: true }],
  ['PPD', { entry: 'standard', addenda: one, named: true }],
  ['WEB', { entry: 'standard', addenda: one, named: true }],
  ['CCD', { entry: 'standard', addenda: one, named: true }],
  ['CTX', { entry: 'corporate', addenda: many, named: true }],
  ['COR', { entry: 'standard', addenda: none, named: false }],
  ['IAT', { entry: 'iat', addenda: none, named: false }],
  ['ARC', debitOnly],
  ['BOC', debitOnly],
  ['POP', debitOnly],
  ['RCK', debitOnly],
  ['XCK', debitOnly],
  ['TRC', debitOnly],
  ['TRX', { only: 'debit', entry: 'corporate', addenda: many, named: false }],
  ['POS', { only: 'debit', entry: 'standard', addenda: terminal, named: false }],
  ['SHR', { only: 'debit', entry: 'standard', addenda: terminal, named: false }],
  ['MTE', { entry: 'standard', addenda: terminal, named: false }],
  ['CIE', { only: 'credit', entry: 'standard', addenda: one, named: false }],
  ['DNE', { entry: 'standard', addenda: one, named: false }],
  ['ENR', { entry: 'corporate', addenda: many, named: false }],
  ['ACK', { only: 'credit', entry: 'standard', addenda: one, named: false }],
  ['ADV', { entry: 'advice', addenda: none, named: false }],
  ['ATX', { only: 'credit', entry: 'corporate', addenda: many, named: false }],
]);
