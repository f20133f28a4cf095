import type { ChangeCode } from './codes/change-codes.ts';
import type { ReturnCode } from './codes/return-code.ts';
import type { Direction } from './codes/transaction-codes.ts';

/** What a return and a notice of change say about the entry they are for. */
interface AboutEntry {
  /** The line of the addenda that says it, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** The trace number the entry was first sent with: by it the payment is found. */
  readonly originalTrace: string;
  /** Eight digits of the bank the entry was sent to. */
  readonly originalRdfi: string;
  /** The trace number of the return or notice itself. */
  readonly trace: string;
  readonly secCode: string;
  readonly companyId: string;
  readonly accountEnding: string;
  /** What the originator had put in to know the entry by, without blanks around it. */
  readonly identification: string;
}

/** An entry that came back (addenda 99). Amounts in cents. */
export interface ReturnedEntry extends AboutEntry {
  readonly meaning: ReturnCode;
  readonly amountCents: number;
  /** What the original entry was. */
  readonly direction: Direction;
  /** ISO date; given with R14 and R15. */
  readonly dateOfDeath: string | undefined;
  readonly information: string;
}

export type CorrectedData = Partial<Record<ChangeCode['corrects'][number]['part'], string>>;

/** A notice of change (addenda 98): what the next entry must say instead. */
export interface ChangeNotice extends AboutEntry {
  readonly corrected: CorrectedData;
  /** C61 to C69 where this is a notice that was refused; `code` is then the notice's own. */
  readonly refusal: string | undefined;
}
