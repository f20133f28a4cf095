import { type Field, type Layout, labelOf } from './field.ts';

type Values<L extends Layout> = { readonly [Name in L[number]['name']]?: string | number };

function written(field: Field, value: string | number): string {
  const text = String(value);
  if (text.length > field.length) {
    throw new RangeError(`The ${labelOf(field)} has room for ${field.length} characters only.`);
  }
  const isNumber = field.kind === 'digits' || field.kind === 'amount';
  return isNumber ? text.padStart(field.length, '0') : text.padEnd(field.length);
}

/**
 * Writes a record of 94 characters: numbers to the right with zeros before them, text to the left with
 * blanks after it. Throws a RangeError at a value that its field has no room for.
 */
export function writeRecord<const L extends Layout>(layout: L, values: Values<L>): string {
  const given: Readonly<Record<string, string | number | undefined>> = values;
  return layout.map(field => written(field, given[field.name] ?? field.values?.[0] ?? '')).join('');
}
