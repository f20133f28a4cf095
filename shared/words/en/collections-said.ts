/** Where an unpaid bill stands, to be read to the caller. */
export const collectionsSaid = {
  in_good_standing: 'This bill is not past due. Nothing happens before {{next}}.',
  held: 'Nothing moves towards collections now, because of {{hold}}. The days of it do not count.',
  past_due:
    'This bill has been past due since {{since}}. It is not with a collection agency. If nothing is paid or arranged, that could follow from {{next}} on.',
  referral:
    'This bill may be referred to a collection agency since {{since}}. You can still pay it with us, ask for a plan, or apply for assistance; any of these stops it.',
  service_hold:
    'Services that are not urgent may be put on hold for this bill since {{since}}. Paying it, a plan, or an application for assistance stops that.',
  extraordinary_action:
    'Further steps for this bill are allowed since {{since}}. Paying it, a plan, or an application for assistance stops them.',
  later: 'a later day',
  holds: {
    application: 'your application for assistance',
    dispute: 'your dispute',
    promise: 'your promise to pay',
    plan: 'your payment plan',
  },
} as const;
