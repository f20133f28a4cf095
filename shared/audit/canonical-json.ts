/** What JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

function checkText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('Half a character has no canonical form.');
  return text;
}

function checkNumber(number: number): number {
  if (!Number.isFinite(number)) throw new TypeError(`${number} has no canonical form.`);
  return number;
}

/**
 * The one way to write a value down as JSON, so that the same value has the same bytes, and so the same
 * hash, wherever it is written: no spaces, keys in the order of their UTF-16 units, numbers as ECMAScript
 * writes them. Throws `TypeError` for what has none: infinities, half a surrogate pair. RFC 8785 (JCS).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(checkText(value));
  if (typeof value === 'number') return JSON.stringify(checkNumber(value));
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(each => canonicalJson(each)).join(',')}]`;
  const members = Object.entries(value as { readonly [key: string]: Json })
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(checkText(key))}:${canonicalJson(held)}`);
  return `{${members.join(',')}}`;
}
