/** Words of the changes of a plan. What is read aloud stands in `spokenPlanChange`. */
export const planChanges = {
  title: 'Change the plan',
  kinds: {
    recast: 'Other terms',
    pause: 'Pause',
    resume: 'Resume now',
    pay_off: 'Pay off today',
    cancel: 'End the plan',
  },
  back: 'Keep it as it is',
  pace: 'How the rest is paid',
  by: { months: 'In so many months', payment: 'So much a month' },
  months: 'Months',
  payment: 'Each month',
  pauseMonths: 'Months of pause',
  reason: 'Why',
  reasons: {
    income_lost: 'Lost income',
    illness: 'Illness',
    disaster: 'Disaster',
    birth: 'Birth or adoption',
    other: 'Something else',
  },
  hardship: 'As a hardship plan',
  adds: 'Add what is open beside it, {{amount}}',
  added: 'It takes in {{amount}} that was open beside it.',
  explain: 'Explain the change',
  compare: 'What changes',
  was: 'Now',
  becomes: 'Then',
  row: {
    next: 'Next payment',
    monthly: 'Each month',
    number: 'Payments to come',
    last: 'Last payment',
    payoff: 'Pays it off today',
    left: 'Still to pay in all',
  },
  onDate: '{{amount}} on {{date}}',
  none: 'None',
  ends: 'The plan ends',
  copy: 'Written copy, before they agree',
  say: 'Read aloud',
  language: 'Language of the caller',
  said: 'They said yes',
  recording: 'Recording of the yes',
  submit: {
    recast: 'Change the plan',
    pause: 'Pause the plan',
    resume: 'Resume the plan',
    pay_off: 'Bill what pays it off',
    cancel: 'End the plan',
  },
  needs: {
    explain: 'Explain the change first.',
    copy: 'Send the written copy first: new terms must be theirs to read before they agree.',
    said: 'Read it aloud and ask for their yes first; it is on the recording.',
    recording: 'Say on which recording the yes is.',
    amount: 'Enter an amount in dollars and cents.',
    months: 'A plan runs for 2 to 120 months; enter how many.',
  },
  done: {
    recast: 'The plan has other terms now.',
    pause: 'The plan rests until {{date}}.',
    resume: 'The plan goes on; the next payment is due on {{date}}.',
    pay_off: '{{amount}} pays the plan off, today. It is paid off once that payment stands.',
    cancel: 'The plan has ended; {{amount}} is due as any other bill.',
  },
  take: 'Take {{amount}} now',
  rests: 'Rests until {{date}}',
  notice: 'In default unless {{amount}} is paid by {{date}}; told in writing.',
} as const;

/** What is read to the caller of a change of their plan, in words that name every amount and day. */
export const spokenPlanChange = {
  recast:
    'I can change your plan. Instead of {{before}} each month, you pay {{amount}}, beginning on {{first}}, and the last of {{last}} on {{lastOn}}. The amount financed is {{financed}}, the finance charge {{charge}}, and the annual percentage rate {{percent}} percent. In all you pay {{total}}. If a payment is late, {{late}} or more may be charged. You have these terms in writing. Do you agree?',
  added: 'The plan then takes in {{amount}} more, for care that was not part of it before.',
  pause_one:
    'Your plan can rest for one month: nothing is due and no interest is added meanwhile. The next payment of {{amount}} is then due on {{first}} instead of {{before}}, and the last on {{lastOn}}. Do you agree?',
  pause_other:
    'Your plan can rest for {{count}} months: nothing is due and no interest is added meanwhile. The next payment of {{amount}} is then due on {{first}} instead of {{before}}, and the last on {{lastOn}}. Do you agree?',
  pastDue: 'The {{amount}} that was due before stays due.',
  resume:
    'Your plan can go on now. The next payment of {{amount}} is then due on {{first}} instead of {{before}}, and the last on {{lastOn}}. Do you agree?',
  pay_off:
    '{{payoff}} pays off your plan today, with the interest earned until today. There is no penalty. Another day it may be more. Shall I take that payment?',
  cancel:
    'I can end your plan. You then owe {{payoff}} at once, with the interest earned until today, like any other bill: it may become past due, and a late fee may be charged. Do you want to end it?',
};
