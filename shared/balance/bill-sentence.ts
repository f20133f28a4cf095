import type { ChargeKind } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import type { spoken } from '../words/en/spoken.ts';
import type { Reason } from './reasons.ts';

type Bill = (typeof spoken)['bill'];

type WithoutPlural<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** The sentences of `bill` in the catalogue of what is spoken; plural forms share one key. */
export type SentenceKey = WithoutPlural<Exclude<keyof Bill, 'kinds' | 'reasons'>>;

/** A value still to be put into words; a bare number is a count and chooses the plural. */
export type BillValue =
  | number
  | { readonly money: Cents }
  | { readonly date: CalendarDate }
  | { readonly kinds: readonly ChargeKind[] }
  | { readonly reasons: readonly { readonly reason: Reason; readonly amountCents: Cents }[] };

/** One sentence of an explained bill: its key in the catalogue and what it speaks of. */
export interface BillSentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, BillValue>>;
}
