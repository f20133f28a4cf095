import type { PromiseDateFault } from '../../promises/policy.ts';
import type { WireDateFault } from '../../wires/policy.ts';

/** Words of the panels beside Pay: promise, referral, wire, note. What is read aloud stands in `spoken`. */
export const kept = {
  choice: 'What is done for the caller',
  panels: { pay: 'Pay', promise: 'Promise', referral: 'Refer', wire: 'Wire', note: 'Note' },
  does: {
    promise: 'Promise to pay',
    referral: 'Refer to a counselor',
    wire: 'Expect a wire',
    note: 'Note for the account',
  },
  cardOpen: 'A card is being typed; finish or stop that first.',
  amount: { promise: 'Amount promised', wire: 'Amount of the wire' },
  day: { promise: 'Day of the promise', wire: 'Day the wire is expected' },
  otherDay: 'or another day',
  dayMissing: 'Enter the day, or choose one above.',
  promiseDay: {
    not_in_future: 'A promise is for a day after today; enter a later one.',
    too_late: 'The latest day for a promise is {{latest}}; enter that or an earlier one.',
  } satisfies Record<PromiseDateFault, string>,
  wireDay: {
    in_past: 'That day is over; enter today or a later one.',
    banks_closed: 'Banks send no wires on that day; enter a business day.',
    too_late: 'The latest day for a wire is {{latest}}; enter that or an earlier one.',
  } satisfies Record<WireDateFault, string>,
  reason: 'Why later',
  reasons: {
    payday: 'After payday',
    benefits: 'When benefits are paid',
    insurance_answer: 'After the insurance has answered',
    other: 'Other',
  },
  promiseNote: 'Note to the promise',
  programme: 'Programme',
  context: 'What the caller said',
  contextHint: 'So that the counselor need not ask again.',
  contextMissing: 'Write down what the caller said; the counselor starts from it.',
  text: 'Note',
  textHint: 'Stays with the account for whoever takes the next call.',
  textMissing: 'Write the note first.',
  submit: {
    promise: 'Note the promise',
    referral: 'Refer',
    wire: 'Note the wire',
    note: 'Leave the note',
  },
  done: {
    promise: 'Promise noted',
    referral: 'Referred',
    wire: 'Wire noted as expected',
    note: 'Note left',
  },
  promised: '{{amount}} on {{date}}',
  expected: '{{amount}} expected on {{date}}',
  nothingMoved: 'No money has moved; the balance changes when the wire arrives.',
  replaces: 'It takes the place of the promise for {{date}} on this call; both stay on record.',
  reference: 'Reference for the wire',
  spelled: 'The reference spelled out',
  say: 'Say',
  standing: {
    waiting: 'Noted here, will be sent when the backend can be reached.',
    sent: 'Sent.',
    aside: 'Noted here, but the backend did not take it: {{why}} It stays in the list of unsent.',
  },
  another: {
    promise: 'Another promise instead',
    referral: 'Another referral',
    wire: 'Another wire',
    note: 'Another note',
  },
} as const;
