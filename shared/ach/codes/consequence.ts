import type { Retry } from './return-code.ts';
import { returnCodes } from './return-codes.ts';

/** What a person does about a return. The words for each are in the catalogue of exceptions. */
export type ReturnToDo =
  | 'ask_again'
  | 'other_account'
  | 'new_authorisation'
  | 'end_autopay'
  | 'escalate'
  | 'correct_terms'
  | 'decide';

export interface ReturnConsequence {
  /** Whether the same payment may be tried again; `twice` is within 180 days. */
  readonly retry: Retry;
  /**
   * Whether the account may be debited on: `goes-on`, not until there is a new authorisation, or `never`,
   * as it is not there.
   */
  readonly account: 'goes-on' | 'new-authorisation' | 'never';
  /** Whether every series and autopay on the account ends. */
  readonly endsAutopay: boolean;
  readonly toDo: ReturnToDo;
}

type Stop = Omit<ReturnConsequence, 'retry'>;

const goesOn: Stop = { account: 'goes-on', endsAutopay: false, toDo: 'decide' };
const gone: Stop = { account: 'never', endsAutopay: true, toDo: 'other_account' };
const revoked: Stop = { account: 'new-authorisation', endsAutopay: true, toDo: 'end_autopay' };
const unauthorised: Stop = { account: 'new-authorisation', endsAutopay: true, toDo: 'escalate' };

const stops: Readonly<Record<string, Stop>> = {
  R01: { ...goesOn, toDo: 'ask_again' },
  R02: gone,
  R03: gone,
  R04: gone,
  R05: { ...unauthorised, toDo: 'new_authorisation' },
  R07: revoked,
  R08: { ...goesOn, toDo: 'new_authorisation' },
  R09: { ...goesOn, toDo: 'ask_again' },
  R10: unauthorised,
  R11: { ...goesOn, toDo: 'correct_terms' },
  R12: gone,
  R13: gone,
  R14: gone,
  R15: gone,
  R16: gone,
  R20: gone,
  R29: unauthorised,
};

/**
 * What must follow from a return. Codes that say something about the file or about the banks, not about
 * the account, change nothing by themselves: somebody decides. Undefined where there is no such code.
 * Source: Nacha Operating Rules, return entries and reinitiation; Regulation E, 12 CFR 1005.10(c).
 */
export function consequenceOf(code: string): ReturnConsequence | undefined {
  const meaning = returnCodes.get(code);
  return meaning && { retry: meaning.retry, ...(stops[code] ?? goesOn) };
}
