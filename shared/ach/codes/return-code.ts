/**
 * What a return says about the debit: `unauthorised` and `administrative` count towards the return rates
 * of their name, `bank` towards the overall rate alone. `dishonoured` and `contested` returns go between
 * the banks about an earlier return; `international` ones come from a gateway.
 */
export type ReturnKind =
  | 'bank'
  | 'administrative'
  | 'unauthorised'
  | 'dishonoured'
  | 'contested'
  | 'international';

/**
 * Whether the same payment may be sent again: `twice` within 180 days of the first; `once-corrected`, as a
 * new entry within 60 days; `once-allowed`, when its receiver allows it anew; else `never`.
 */
export type Retry = 'twice' | 'once-corrected' | 'once-allowed' | 'never';

/** By when the return must be back: days of its kind after settlement, the next file, or as agreed. */
export type ReturnDeadline =
  | { readonly bankingDays: number }
  | { readonly calendarDays: number }
  | 'next-file'
  | 'as-agreed';

export interface ReturnCode {
  readonly title: string;
  readonly kind: ReturnKind;
  readonly retry: Retry;
  readonly deadline: ReturnDeadline;
}

export const twoDays = { bankingDays: 2 } as const;
export const fiveDays = { bankingDays: 5 } as const;
export const sixtyDays = { calendarDays: 60 } as const;

/** One row of a table of return codes: its code with what it means. */
export function returnCode(
  code: string,
  title: string,
  deadline: ReturnDeadline,
  kind: ReturnKind = 'bank',
  retry: Retry = 'never',
): readonly [string, ReturnCode] {
  return [code, { title, kind, retry, deadline }];
}

/** Whether a code is for what banks dispute among themselves: a return that is dishonoured, or that contested. */
export function isBetweenBanks({ kind }: ReturnCode): boolean {
  return kind === 'dishonoured' || kind === 'contested';
}
