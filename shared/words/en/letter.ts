/** Notices and written copies that leave by post, about payments to come. */
export const letter = {
  mailSubject: 'A letter about your payments',
  mailText:
    'A letter about your payments from {{organization}} is attached. Please do not answer this message. For questions, call {{phone}}.',
  title: {
    notice: 'Notice of a payment to come',
    made: 'Your authorisation of payments to come',
    changed: 'Your authorisation of payments to come was changed',
    skipped: 'A payment is left out',
    revoked: 'Your authorisation has ended',
    stopped: 'Your authorisation was stopped',
    finished: 'The payments of your plan by themselves have ended',
    plan_default: 'Payments of your plan were missed',
  },
  says: {
    notice:
      'You authorised us to pay your statements for you. This is the amount and the day of the next payment. If less is open on that day, we take less, and never more.',
    made: 'This is the written copy of what you authorised by telephone. Please keep it.',
    changed:
      'This is the written copy of what you authorised by telephone in place of what you had authorised before. Please keep it.',
    skipped: 'As you asked us, this payment is not taken. What you authorised besides stays.',
    revoked:
      'As you asked us, nothing is taken under this authorisation any more. A payment that was on its way to your bank before may still arrive there.',
    stopped:
      'The bank no longer pays by this card or account, so nothing is taken under this authorisation any more. What you owe is still due: please call us to pay it.',
    plan_default:
      'Payments of your payment plan were due and have not reached us. Please pay them by the day below, and your plan goes on as agreed. Otherwise it ends after that day, and everything that is left of it is due. If you cannot pay, please call us: a counselor can look with you for other terms, a pause, or financial assistance.',
  },
  /** Of an instalment of a plan. */
  saysOfPlan:
    'You authorised us to take the instalments of your payment plan. This one is not as your written copy lists it, so this is its amount and its day. If less is open on that day, we take less, and never more.',
  ended: {
    plan_paid_off:
      'Your payment plan is paid off. Nothing is taken under this authorisation any more.',
    plan_cancelled:
      'Your payment plan has ended, so nothing is taken under this authorisation any more. What you owe is still due: please call us to pay it.',
    plan_defaulted:
      'Your payment plan is in default and has ended, so nothing is taken under this authorisation any more. What you owe is due: please call us to pay it, or to speak with a counselor.',
    plan_over:
      'The last instalment of your payment plan was due, so nothing is taken under this authorisation any more. Something of the plan is not paid yet: please call us to pay it.',
  },
  ofPlan: 'Instalment of',
  yourPlan: 'Your payment plan',
  instalments: 'Instalments',
  eachInstalment: 'Every instalment that you authorised',
  missed: 'To be paid',
  payBy: 'By',
  help: 'If you cannot pay',
  helpHow: 'Call {{phone}} and ask for a financial counselor.',
  replaces: 'This notice takes the place of any earlier one for this payment.',
  name: 'For',
  amount: 'Amount',
  atMost: 'At most per statement',
  amountEach: 'Amount of each payment',
  payOn: 'Taken on',
  statement: 'Statement',
  dueOn: 'Due on',
  method: 'Paid by',
  firstOn: 'First payment on',
  lastOn: 'Last payment on',
  count: 'Number of payments',
  agreedOn: 'Authorised on',
  recording: 'Recording of your yes',
  eventOn: 'On',
  leftOut: 'Payment of',
  stopBy: 'To stop it',
  stopByHow: 'Call {{phone}} by {{date}}. Later calls count too, as long as it was not taken.',
  stop: 'To stop a payment',
  stopHow: 'Call {{phone}} up to three business days before it.',
  revoke: 'To revoke all of it',
  revokeHow: 'Call {{phone}} at any time.',
  questions: 'For questions',
  wasRead: 'What was read to you, and you said yes to',
  statementsBy: 'Each statement by its due date',
} as const;
