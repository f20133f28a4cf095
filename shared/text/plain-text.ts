/**
 * Whether every text in a JSON value can be kept and shown anywhere: PostgreSQL takes no NUL character
 * and no half of a surrogate pair.
 */
export function isPlainText(value: unknown): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value) && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isPlainText);
}
