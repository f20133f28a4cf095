import valid from 'card-validator';

/** The month a card is good through, `2028-04`, from an expiry as it is typed (`4/28`, `04/2028`). */
export function goodThroughOf(expiry: string): string {
  const { month, year } = valid.expirationDate(expiry, 50);
  if (!month || !year) throw new RangeError('Not an expiry; check the card first.');
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}`;
}
