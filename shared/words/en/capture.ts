/** Words of the isolated view in which a card is typed. */
export const capture = {
  title: 'Card entry',
  number: 'Card number',
  expiry: 'Good through',
  expiryShape: 'MM / YY',
  securityCode: 'Security code',
  postalCode: 'ZIP code',
  use: 'Use this card',
  sending: 'Checking…',
  cancel: 'Cancel',
  enterKey: 'Enter',
  escapeKey: 'Esc',
} as const;
