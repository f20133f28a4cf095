/** The written copy of what a caller authorised by telephone. */
export const authorisation = {
  title: 'Authorisation of an electronic debit',
  amount: 'Amount',
  name: 'Authorised by',
  organization: 'Authorised to debit',
  account: 'Account',
  kind: 'Kind of debit',
  oneTime: 'One-time electronic debit',
  debitOn: 'Debited on or after',
  settlesOn: 'Settles on',
  authorisedOn: 'Authorised on',
  questions: 'Number for questions',
  revoke: 'How to revoke it',
  revokeHow: 'Call {{number}} before the debit has gone to the bank.',
  titleDebits: 'Authorisation of debits to come',
  titleCard: 'Authorisation of card payments',
  organizationCard: 'Authorised to charge',
  card: 'Card',
  amountMost: 'At most per statement',
  orLess: '{{amount}}, or what is still open on the day if that is less',
  kindRecurring: 'Recurring electronic debits',
  kindCard: 'Payments by card, kept without its security code',
  days: 'Charged on',
  daysSeries:
    '{{first}} and then {{often}}, {{count}} times in all, the last on {{last}}; the next business day where banks are closed',
  daysAutopay:
    'The due date of each statement, or the business day before where banks are closed, until it is revoked',
  amounts: 'Instalments of the plan',
  daysPlan:
    'The due date of each instalment, the first on {{first}} and the last on {{last}}, {{count}} in all; the next business day where banks are closed. They wait while the plan rests, follow it where it is changed, and end with it',
  noticesPlan:
    'You may have a letter, ten days before, about each payment whose amount differs from the one before. You chose to be told only of one that is not listed here: more than is listed for its day, on another day, or of another amount because the plan was changed. Of such a payment you get a letter at least ten days before.',
  eachInstalment: 'Every instalment',
  weekly: 'every week',
  biweekly: 'every two weeks',
  monthly: 'every month',
  revokeDebits:
    'Call {{number}} at any time, for all of them or for one. To be sure that a debit is stopped, tell us or your bank at least three business days before it.',
  revokeCard: 'Call {{number}} at any time, for all of them or for one.',
  notices: 'Your right to notices',
  noticesAll:
    'Amounts vary: at least ten days before each payment you get a letter with its amount and its day.',
  noticesAbove:
    'You may ask for a letter, ten days before, about each debit whose amount differs from the one before. You chose to be told only of a debit above {{amount}}, which is not allowed here.',
  reference: 'Reference',
  signHow:
    'You need not sign. If you prefer that your debits rest on your signature, sign this copy and send it back to us.',
  signature: 'Signature of the account holder',
  signedOn: 'Date',
  recording: 'Spoken and recorded',
  recorded: '{{reference}}, at {{time}}',
  confirmation: 'Confirmation number',
  wasRead: 'What was read to you',
  agreed: 'You said yes.',
  keep: 'This is the written copy of what you authorised by telephone. Please keep it.',
} as const;
