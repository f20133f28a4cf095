import { CalendarDate } from '../calendar/dates.ts';
import type { Factor } from './policy.ts';

const dateShapes: readonly [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([year, month, day]) => [year, month, day]],
  [/^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/, ([month, day, year]) => [year, month, day]],
  [/^(\d{2})(\d{2})(\d{4})$/, ([month, day, year]) => [year, month, day]],
];

/**
 * A birth date as Americans say it (`3/14/1962`, `03141962`) or as it is stored; undefined if it is neither
 * or no day of the calendar.
 */
export function readBirthDate(said: string): string | undefined {
  const text = said.trim();
  for (const [shape, order] of dateShapes) {
    const parts = shape.exec(text);
    if (!parts) continue;
    const [year = '', month = '', day = ''] = order(parts.slice(1));
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return CalendarDate.safeParse(date).data;
  }
  return undefined;
}

const abbreviations: Record<string, string> = {
  street: 'st',
  avenue: 'ave',
  boulevard: 'blvd',
  drive: 'dr',
  road: 'rd',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

function plainStreet(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\s]/g, ' ')
    .split(/\s+/);
  return words
    .map(word => abbreviations[word] ?? word)
    .filter(Boolean)
    .join(' ');
}

/** Whether what the caller said can be an answer to this factor at all; what cannot is not counted as wrong. */
export function isAnswer(factor: Factor, said: string): boolean {
  if (factor === 'birth_date') return readBirthDate(said) !== undefined;
  if (factor === 'postal_code') return /^\s*\d{5}(-?\d{4})?\s*$/.test(said);
  if (factor === 'phone') return said.replace(/\D/g, '').length >= 10;
  return /[a-z0-9]/i.test(said);
}

/** Whether what the caller said matches the record; both stay where the record is. */
export function matchesRecord(factor: Factor, said: string, onRecord: string): boolean {
  if (!isAnswer(factor, said)) return false;
  if (factor === 'birth_date') return readBirthDate(said) === onRecord;
  if (factor === 'postal_code') return said.trim().slice(0, 5) === onRecord.slice(0, 5);
  if (factor === 'phone')
    return said.replace(/\D/g, '').slice(-10) === onRecord.replace(/\D/g, '').slice(-10);
  return plainStreet(said) === plainStreet(onRecord);
}
