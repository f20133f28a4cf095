import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type CardEntry, CardField, checkCard } from '#shared/cards/card-entry.ts';

/** How long the numbers that callers read out are; a longer one of 19 digits is left by hand. */
const usualLength = (number: string) => (/^3[47]/.test(number) ? 15 : 16);

function isWhole(field: CardField, entry: CardEntry, today: CalendarDate): boolean {
  if (checkCard(entry, today).faults[field]) return false;
  const digits = entry.number.replace(/\D/g, '');
  return field !== 'number' || digits.length === usualLength(digits);
}

/**
 * The box to go to by itself when one has just been typed to its end and is right: the caller reads on
 * without a pause. Undefined when something was taken away, is not right, or the next box is not empty.
 */
export function boxAfter(
  field: CardField,
  before: CardEntry,
  after: CardEntry,
  today: CalendarDate,
): CardField | undefined {
  if (after[field].length <= before[field].length || !isWhole(field, after, today))
    return undefined;
  const next = CardField.options[CardField.options.indexOf(field) + 1];
  return next && after[next] === '' ? next : undefined;
}
