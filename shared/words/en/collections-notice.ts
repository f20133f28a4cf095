/** The written notice before anything extraordinary may follow an unpaid bill; for the organization's counsel to read. */
export const collectionsNotice = {
  title: 'Notice about your unpaid medical bill',
  says: 'Our records show that this bill is past due. If you have paid it, thank you: you do not have to do anything.',
  mayFollow:
    'If it stays unpaid, and no arrangement is made, we may refer it to a collection agency and hold services that are not urgent. None of this happens before the day below.',
  help: 'Financial assistance is available. If your income is limited, part or all of this bill may be forgiven, and while you apply nothing happens. You can ask us for the application and for a summary of our policy free of charge, or for a payment plan.',
  amount: 'Amount open',
  dueOn: 'Due since',
  account: 'Account',
  statements: 'Statement',
  name: 'For',
  notBefore: 'Nothing before',
  pay: 'To pay',
  payHow: 'Call {{phone}}.',
  ask: 'For financial assistance or a payment plan',
  askHow: 'Call {{phone}}. Applications are taken for at least 240 days from your first bill.',
  disagree: 'If the bill is not right',
  disagreeHow: 'Call {{phone}} and tell us. Nothing happens while we look into it.',
} as const;
