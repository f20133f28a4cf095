import type { TransactionCode } from '../codes/transaction-codes.ts';
import type { ChangeNotice, ReturnedEntry } from '../returned.ts';

/** An entry whose addenda may still come. */
export interface OpenEntry {
  readonly line: number;
  readonly transactionCode: string;
  /** Undefined where there is no such code. */
  readonly meaning: TransactionCode | undefined;
  readonly rdfi: string;
  readonly checkDigit: string;
  readonly trace: string;
  readonly amountCents: number;
  readonly accountNumber: string;
  readonly identification: string;
  readonly receiverName: string;
  readonly discretionaryData: string;
  readonly addendaIndicator: string;
  /** What the entry says of its addenda, where its form has a place for it. */
  readonly statedAddenda: number | undefined;
  readonly addenda: AddendaSeen;
  returned: ReturnedEntry | undefined;
  notice: ChangeNotice | undefined;
}

export interface AddendaSeen {
  count: number;
  /** Those that carry a payment's details, not a return or a notice. */
  details: number;
  lastType: string;
  /** The sequence number that the next addenda of the same type must have. */
  nextSequence: number;
  /** How many of each type there were, where the form asks for some. */
  readonly ofType: Map<string, number>;
}

export const noAddenda = (): AddendaSeen => ({
  count: 0,
  details: 0,
  lastType: '',
  nextSequence: 1,
  ofType: new Map(),
});
