import type { OutsideProgramme, ProgrammeOutcome } from '../../hardship/programmes.ts';

/** Whom to refer to. */
const hints = {
  chc: 'Who takes the enrolment',
  pharmacy: 'The maker of the medicine, or a pharmacy',
  community: 'An agency, a food bank, 211',
} as const satisfies Record<OutsideProgramme, string>;

const outcomes = {
  enrolled: 'Enrolled',
  turned_down: 'Turned down',
  no_answer: 'No answer',
  withdrew: 'Withdrew',
} as const satisfies Record<ProgrammeOutcome, string>;

/** Referrals of a case to other programmes, followed to their outcome. */
export const programmes = {
  title: 'Other programmes',
  reading: 'Reading the referrals…',
  away: 'Referrals wait for the backend.',
  awayInstead:
    'Nothing of a case is kept at this desk; write down to whom you refer, and type it later.',
  none: 'Nobody was referred yet.',
  onlyOwner: 'Take the case to refer to another programme.',
  refer: 'Refer to a programme',
  programme: 'Programme',
  worth: '{{programme}}: eligible',
  notWorth: '{{programme}}: not eligible',
  unknown: '{{programme}}: unknown yet',
  organization: 'Organization or agency',
  hints,
  contact: 'Contact there',
  contactHint: 'Name, phone or address',
  referredOn: 'Referred on',
  followUpOn: 'Ask after it on',
  note: 'Note',
  inSpite: 'Why all the same',
  inSpiteHint: 'The newest screening says that they are not eligible.',
  send: 'Note the referral',
  referred: 'The referral is noted.',
  cancel: 'Not now',
  organizationMissing: 'Say to whom they are referred.',
  dayMissing: 'Choose a day.',
  noteMissing: 'Say in a few words what was heard.',
  dueOn: 'ask after it by {{date}}',
  overdue: 'should have been asked after on {{date}}',
  outcomes,
  since: '{{programme}}, referred on {{date}}',
  saidThen: {
    eligible: 'The screening said: eligible.',
    not_eligible: 'The screening said: not eligible.',
    unknown: 'The screening did not know yet.',
  },
  why: 'All the same: {{reason}}',
  followUp: 'Asked after it',
  followedUp: 'Noted; it is asked after again.',
  happenedOn: 'When',
  next: 'Ask again on',
  close: 'Outcome',
  outcome: 'What became of it',
  closed: 'The outcome is noted.',
  done: 'Note it',
  steps: 'What happened',
  step: {
    referred: 'Referred',
    followed_up: 'Asked after',
    closed: 'Ended',
  },
  event: {
    programme_referred: 'Referred to {{organization}}',
    programme_followed_up: '{{organization}} was asked',
    programme_enrolled: '{{organization}}: enrolled',
    programme_turned_down: '{{organization}}: turned down',
    programme_no_answer: '{{organization}}: no answer',
    programme_withdrew: '{{organization}}: withdrew',
  },
} as const;
