/** Letters about applications for assistance. What is said of the law is for the organization's counsel to confirm. */
export const assistanceLetter = {
  mailSubject: 'A letter from {{organization}}',
  mailText:
    'A letter from {{organization}} is attached. Please do not answer this message. For questions, call {{phone}}.',
  title: {
    received: 'We have your application for financial assistance',
    asked: 'We need another document for your application',
    expired: 'Your application for financial assistance has ended',
    awarded: 'Your application for financial assistance is approved',
    denied: 'Your application for financial assistance is not approved',
    appeal_awarded: 'Your appeal is decided: assistance is approved',
    appeal_denied: 'Your appeal is decided: assistance is not approved',
    renewal: 'Your financial assistance is ending soon',
  },
  says: {
    received:
      'Thank you for applying to our {{policy}} program. While we look at it, we do not send the medical bills it covers to collections.',
    asked:
      'Thank you for what you sent us for your application to our {{policy}} program. One document does not show what we need, so we could not use it. Please send us another one.',
    expired:
      'We did not get the documents that we asked for in time, so we could not decide on your application to our {{policy}} program, and it has ended. You can apply again at any time, and send the documents with the new application.',
    awarded:
      'We looked at your application to our {{policy}} program and approved it. We have lowered your medical bills as shown below.',
    denied:
      'We looked at your application to our {{policy}} program and could not approve it. Below are the reason and what you can do.',
    appeal_awarded:
      'You asked us to look again at your application to our {{policy}} program. Somebody who had not decided it before looked at it, and it is approved now. We have lowered your medical bills as shown below.',
    awarded_later:
      'We looked at your application to our {{policy}} program and approved it. There is no bill yet that we could lower; below is what follows.',
    appeal_awarded_later:
      'You asked us to look again at your application to our {{policy}} program. Somebody who had not decided it before looked at it, and it is approved now. There is no bill yet that we could lower; below is what follows.',
    appeal_denied:
      'You asked us to look again at your application to our {{policy}} program. Somebody who had not decided it before looked at it, and could not approve it either. This is our final decision on this application.',
    renewal:
      'Your assistance under our {{policy}} program ends on the day below. If you still need help with medical bills after that day, please apply again.',
  },
  program: 'Program',
  receivedOn: 'We received it on',
  asked: 'Please send us',
  askedNothing: 'Nothing more; we have all the documents',
  documentsBy: 'Send it by',
  decideBy: 'We decide by',
  decideWhenComplete: 'Within 30 business days after we have everything',
  percent: 'We pay for you',
  percentOf: '{{percent}} % of what you owe on these bills',
  takenOff: 'Taken off',
  takenOffInAll: 'Taken off in all',
  left: 'Left for you to pay',
  leftNothing: '$0.00: you owe nothing on these bills',
  waits: 'Waits for your insurance, as billed',
  waitsThen: 'When your insurance has answered',
  waitsHow:
    'We take {{percent}}% off what is left for you to pay of it. You do not need to apply again, and please wait until then before you pay it.',
  valid: 'It is valid',
  validDays: 'From {{from}} to {{until}}',
  renewHow:
    'Medical care you get until then is lowered in the same way. To go on after that day, please apply again before it.',
  renew: 'To renew',
  endsOn: 'It ends on',
  renewNow: 'Call {{phone}}, and we send you the form or take your application by telephone.',
  reason: 'The reason',
  reasons: {
    income_over_limit:
      'Your household’s income is above the limit of the program, and your medical costs of 12 months are below the part of your income that it asks for.',
    documents_missing: 'We did not get all the documents that we asked for.',
    other: 'Please see our note below.',
  },
  refusals: {
    unreadable: 'We could not read it.',
    wrong_kind: 'It shows something else than what we need.',
    outdated: 'It is too old.',
    incomplete: 'Pages of it are missing.',
    somebody_else: 'It is about somebody else.',
    replaced: 'A later one takes its place.',
  },
  note: 'Our note',
  appealBy: 'You can appeal until',
  questions: 'For questions',
  questionsHow: 'Call {{phone}}. We can explain this letter in your language at no cost.',
  documents: {
    identity: 'A proof of who you are, such as a driver’s license, passport or other photo ID',
    income:
      'A proof of your household’s income, such as your last pay stubs, tax return or benefit letters',
    address: 'A proof of your address, such as a utility bill or lease',
    medical_expenses: 'Your medical and pharmacy bills of the last 12 months',
  },
  appealTitle: 'How to appeal',
  appeal:
    'If you think this decision is wrong, or your situation has changed, you can ask us to look at it again until {{date}}. Call {{phone}}, or write to {{address}}. Tell us your name, the number {{reference}} and why you think so, and send anything that shows it. Somebody who did not make this decision looks at your appeal, and we send you the answer in writing. It costs nothing, and we do not send these bills to collections while we look at it.',
  otherHelpTitle: 'Other ways to get help',
  otherHelp:
    'You can pay over time under a payment plan that fits your income, and there may be other programs for you. If your income or household changes, you may apply again at any time. Call {{phone}}.',
  sendTitle: 'How to send us documents',
  send: 'Send copies, not originals, to {{address}}, with the number {{reference}} on each page, or call {{phone}} and we tell you other ways. If you cannot get one of these documents, call us: we will find out together what else can show it. Without them we cannot decide.',
  rightsTitle: 'What the program promises you',
  rights:
    'Whoever qualifies for assistance under our {{policy}} program is not charged more for emergency or other medically necessary care than the amounts generally billed to people who have insurance covering such care. The program does not pay insurance premiums.',
  policyCopy:
    'You can get the program’s policy, a summary in plain language and the application form, free of charge and in English or Spanish, by calling {{phone}} or writing to {{address}}.',
} as const;
