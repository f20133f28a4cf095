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
  after: {
    refund: {
      requested: 'A refund was asked for and waits for a supervisor.',
      approved: 'A refund was asked for and approved; it is still to be paid.',
      sent: 'A refund was asked for and sent; the processor has not answered yet.',
      refunded: 'A refund was asked for and given back.',
      refused: 'A refund was asked for and refused by the processor.',
      declined: 'A refund was asked for and declined.',
      not_taken: 'A refund was asked for and could not be taken.',
    },
    refundOpen_one: 'A refund was asked for; its answer is open, and the desk keeps asking.',
    refundOpen_other:
      '{{count}} refunds were asked for; their answers are open, and the desk keeps asking.',
    traced_one: 'A trace of a payment was opened.',
    traced_other: 'Traces of {{count}} payments were opened.',
    disputed_one: 'A charge was disputed.',
    disputed_other: '{{count}} charges were disputed.',
    waiver_asked_one: 'The waiver of a late fee was asked for.',
    waiver_asked_other: 'The waiver of {{count}} late fees was asked for.',
    late_void_asked_one:
      'A supervisor was asked to take a payment back after its cut-off; their decision follows.',
    late_void_asked_other:
      'A supervisor was asked to take {{count}} payments back after their cut-off; their decisions follow.',
    override_asked_one:
      'A supervisor was asked to allow another payment while the outcome of one is open; their decision follows.',
    override_asked_other:
      'A supervisor was asked to allow others while the outcomes of {{count}} payments are open; their decisions follow.',
    plan_exception_asked_one:
      'A supervisor was asked for a plan outside of the policy; their decision follows.',
    plan_exception_asked_other:
      'A supervisor was asked for {{count}} plans outside of the policy; their decisions follow.',
    authorised: 'Payments to come were agreed to: {{terms}}.',
    authorisation_skipped: 'A payment to come was left out of {{terms}}.',
    authorisation_revoked: 'Payments to come were revoked: {{terms}}.',
    terms: {
      once: 'a payment on one date',
      series: 'a series',
      autopay: 'autopay',
      plan: 'the instalments of a plan',
    },
  },
  plan: {
    screeningPassed:
      'Screening for assistance was offered first; the caller wanted the plan all the same.',
    agreed:
      'Agreed to a payment plan of {{months}} months; the terms were read aloud, the written copy {{way}}.',
    copies: {
      email: 'sent by e-mail',
      mail: 'sent by mail',
      online: 'made available online',
    },
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
