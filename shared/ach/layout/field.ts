/**
 * What a field may hold. `text` may be blank where its rule says so; `code` is text without small letters;
 * `digits` are filled with zeros from the left; `reserved` is blank; `fixed` is one of its values.
 */
export type FieldKind =
  | 'text'
  | 'code'
  | 'digits'
  | 'amount'
  | 'date'
  | 'time'
  | 'julian'
  | 'reserved'
  | 'fixed';

export interface Field {
  readonly name: string;
  /** Counted from 1, as the Nacha Operating Rules count. */
  readonly start: number;
  readonly length: number;
  readonly kind: FieldKind;
  /** What a blank field is: a fault (`must`), a warning (`should`) or nothing (`may`, where nothing is said). */
  readonly blank?: 'must' | 'should' | 'may';
  /** The values a `fixed` field may have; the first is written where nothing else is given. */
  readonly values?: readonly string[];
}

/** The fields of one record type, in order, without gaps: 94 positions in all. */
export type Layout = readonly Field[];

/** A record as it was read: each field's raw text, not trimmed. */
export type RecordOf<L extends Layout> = { readonly [Name in L[number]['name']]: string };

export const RECORD_LENGTH = 94;

/** The position up to which a line must reach: what follows may be blank, and so may have been cut off. */
export function lastNeededPosition(layout: Layout): number {
  const needed = layout.filter(
    field => field.kind !== 'reserved' && (field.kind !== 'text' || field.blank === 'must'),
  );
  return Math.max(...needed.map(field => field.start + field.length - 1));
}

/** A field's name as a person reads it: `entryHash` is "entry hash". */
export function labelOf(field: Field): string {
  return field.name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
