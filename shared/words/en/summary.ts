/** The summary of a call that writes itself at wrap-up; kept with the call's record, in English. */
export const summary = {
  call: 'Call {{reference}} of {{length}}, in {{language}}.',
  callWith: 'Call {{reference}} of {{length}}, in {{language}}, with {{aids}}.',
  languages: { en: 'English', es: 'Spanish' },
  aids: { interpreter: 'an interpreter', tty: 'TTY' },
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  noticeRead: 'The recording notice was read.',
  noticeNotRead: 'The recording notice was not acknowledged.',
  noPatient: 'No patient was chosen.',
  patient: 'Patient MRN {{mrn}}, guarantor {{guarantor}}.',
  roles: {
    patient: 'the patient',
    guarantor: 'the guarantor',
    authorised_representative: 'an authorised representative',
    guest_payer: 'a guest payer',
  },
  factors: {
    birth_date: 'date of birth',
    postal_code: 'ZIP code',
    street_address: 'street address',
    phone: 'phone number',
  },
  verification: {
    open: 'The caller said to be {{role}} and was not verified.',
    verified: 'The caller is {{role}}, verified by {{factors}}.',
    guest: 'The caller is a guest payer and heard nothing but the amount being paid.',
    refused: 'The caller said to be {{role}} and was refused: {{refusal}}.',
    locked: 'The caller said to be {{role}} and gave three wrong answers; the record is locked.',
  },
  refusals: {
    patient_is_minor: 'the patient is a minor',
    patient_is_deceased: 'the patient is deceased',
    no_authorisation_on_record: 'no authorisation is on record',
  },
  balance: 'The balance was read; at the last look {{open}} was open, nothing overdue.',
  balanceOverdue_one:
    'The balance was read; at the last look {{open}} was open, {{overdue}} of it overdue, the oldest part for {{count}} day.',
  balanceOverdue_other:
    'The balance was read; at the last look {{open}} was open, {{overdue}} of it overdue, the oldest part for {{count}} days.',
  payment: {
    ready: '{{amount}} on {{method}} was confirmed and not sent.',
    sent: '{{amount}} on {{method}} was sent; no answer yet.',
    unknown:
      '{{amount}} on {{method}}: outcome unknown, the desk keeps asking; do not charge again.',
    approved:
      '{{amount}} was charged to {{method}}, confirmation {{confirmation}}, posts on {{postingOn}}.',
    declined: '{{amount}} on {{method}} was declined ({{reason}}); nothing was charged.',
    not_charged: '{{amount}} on {{method}} did not go through; nothing was charged.',
    posted:
      '{{amount}} was charged to {{method}}, confirmation {{confirmation}}, posted on {{postingOn}}.',
    settled:
      '{{amount}} was charged to {{method}}, confirmation {{confirmation}}, posted on {{postingOn}} and settled.',
    voided: '{{amount}} on {{method}}, confirmation {{confirmation}}, was voided.',
    other: '{{amount}} on {{method}} stands as {{state}}.',
  },
  kept: {
    promise: 'Promised {{amount}} for {{date}} ({{reason}}).',
    referral: 'Referred to a counselor for {{programme}}.',
    wire: 'A wire of {{amount}} is expected on {{date}} under a reference ending {{reference}}; no money has moved.',
    arriving: '{{amount}} is expected on {{date}} ({{by}}); no money has moved.',
    notes_one: 'A note was left with the account.',
    notes_other: '{{count}} notes were left with the account.',
  },
  promiseReasons: {
    payday: 'after payday',
    benefits: 'when benefits are paid',
    insurance_answer: 'after the insurance has answered',
    other: 'other reason',
  },
  programmes: {
    mfa: 'Medical Financial Assistance',
    chc: 'Charitable Health Coverage',
    pharmacy: 'pharmacy assistance',
    community: 'community support',
  },
  declines: {
    card_declined: 'card declined',
    insufficient_funds: 'insufficient funds',
    lost_card: 'card reported lost',
    stolen_card: 'card reported stolen',
    expired_card: 'card expired',
    incorrect_cvc: 'wrong security code',
    processing_error: 'processing error',
    test_cards_only: 'not a test card',
  },
} as const;
