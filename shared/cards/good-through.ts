const separated = /^(0?[1-9]|1[0-2])\s*[/.\- ]\s*(\d{2}|20\d{2})$/;
const together = /^(0[1-9]|1[0-2]|[1-9])(\d{2}|20\d{2})$/;

/**
 * The month a card is good through, `2028-04`, from an expiry as it is typed (`4/28`, `04/2028`,
 * `0428`); undefined when it is none.
 */
export function readExpiry(typed: string): string | undefined {
  const text = typed.trim();
  const [, month, year] = separated.exec(text) ?? together.exec(text) ?? [];
  if (!month || !year) return undefined;
  return `20${year.slice(-2)}-${month.padStart(2, '0')}`;
}

/** As `readExpiry`, for a card that was checked; throws a RangeError on what is no expiry. */
export function goodThroughOf(expiry: string): string {
  const month = readExpiry(expiry);
  if (!month) throw new RangeError('Not an expiry; check the card first.');
  return month;
}
