import type { WhyUnmatched } from '../../billing/arrival.ts';

/** Money that arrived by itself and that nobody could match: the supervisor's list, and posting it by hand. */
export const arrivals = {
  from: '{{remitter}} · {{by}}, booked {{on}}',
  fromNobody: 'Sender not named · {{by}}, booked {{on}}',
  why: {
    not_tried: 'not looked at yet',
    nobody_named: 'names nobody',
    reference_mistyped: 'its reference is mistyped',
    reference_used: 'its reference was used before',
    several_named: 'names more than one guarantor',
    amount_differs: 'names a guarantor, but the amount is not expected',
    nothing_billed: 'nothing was ever billed there',
  } satisfies Record<WhyUnmatched, string>,
  remittance: 'Written on it',
  nothingWritten: 'nothing',
  entry: 'Statement',
  entryValue: '{{statement}}, entry {{entry}}',
  named: 'Names',
  namedValue: '{{name}} · {{id}}',
  number: 'Bill-pay number or guarantor ID',
  numberHint: '9 digits, or 10 to 12.',
  numberMissing:
    'Enter the nine digits of a guarantor ID, or the ten to twelve of a bill-pay number.',
  ledger: 'Pays',
  ledgers: { medical: 'Care', premium: 'Premium' },
  reason: 'Reason',
  reasonHint: 'How you know whose it is. It is kept beside your name. Never a card number.',
  assign: 'Post it to this guarantor',
  done: '{{amount}} is posted to {{name}}, {{id}}.',
  doneCredit:
    '{{amount}} is posted to {{name}}, {{id}}; {{credit}} of it found nothing open and is kept as credit.',
} as const;
