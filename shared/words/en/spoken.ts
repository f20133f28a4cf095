/** What is read aloud to a caller. The organization's counsel approves the wording before real use. */
export const spoken = {
  recordingNotice:
    'Thank you for calling {{organization}} billing, my name is {{name}}. This call is recorded for quality and for your protection.',
  cardPermission:
    'I have your permission to charge your {{brand}} ending {{last4}} {{amount}} today, for account ending {{account}}?',
  keptCardPermission:
    'I have your permission to charge {{amount}} today to the {{brand}} ending {{last4}} that we keep for you, for account ending {{account}}?',
  keepCard:
    'Would you like us to keep your {{brand}} ending {{last4}} for later calls? We keep it without the security code, charge it only when you say yes, and remove it whenever you ask.',
  authorisation: {
    who: 'Today, {{today}}, you, {{name}}, authorise {{organization}} to make a one-time electronic debit.',
    debit:
      'It is a debit of {{amount}} from your {{kind}} account ending {{ending}} at {{bank}}, on or after {{debitOn}}. It settles on {{settlesOn}}.',
    rights:
      'For questions, call {{number}}. To revoke this, call the same number before it goes to the bank on {{sentOn}}.',
    ask: 'Do you agree?',
    kinds: { checking: 'checking', savings: 'savings' },
  },
  confirmationOfDebit:
    'Your debit of {{amount}} is accepted. Your confirmation number is {{spelled}}. It posts to the account on {{date}}.',
  confirmation:
    'Your payment of {{amount}} is approved. Your confirmation number is {{spelled}}. It posts to the account on {{date}}.',
  declined:
    'The bank did not approve this card. Nothing was charged. Would you like to try another card?',
  unknown:
    'I have sent your payment and I am waiting for the bank. Please do not pay again; we will call you back as soon as we know.',
  unknownOverridden:
    'The bank has still not answered about the first payment. If you like, we can take another one now; should the first go through as well, you get back what is too much. Would you like to pay now, or wait for our call?',
  notCharged:
    'The payment did not go through and nothing was charged. Shall we take the card again?',
  notDebited:
    'The debit did not go through and nothing was taken. Shall we take the bank account again?',
  after: {
    voided: 'Your payment of {{amount}} is taken back, and nothing stays charged.',
    refunded:
      'Your refund of {{amount}} is on its way to the method you paid with. Your bank may take a few days to show it.',
    refundWaits:
      'I have asked for your refund of {{amount}}. It has to be approved first; you will see it where you paid from once it is.',
    checkComes:
      'Your refund of {{amount}} is approved. Our treasury sends it by check to the address on record, or by wire; it may take some days to arrive.',
    checkWaits:
      'I have asked for your refund of {{amount}}. It has to be approved first; then our treasury sends it by check to the address on record, or by wire.',
    lateVoidAsked:
      'I have asked a supervisor to take your payment of {{amount}} back. Its cut-off has passed; once they agree, it is taken back or given back to where you paid from.',
    overrideAsked:
      'I have asked a supervisor whether we may take another payment now. Please stay on the line, or we will call you back.',
    planAsked:
      'I have asked a supervisor for these terms. Nothing is agreed yet; I will tell you as soon as they have decided.',
    waiverAsked:
      'I have asked that the late fee be waived. A supervisor decides, and your balance shows it once they have.',
    traced:
      'I have asked our payments team to look for your payment. Please do not pay again meanwhile; we will let you know what they find.',
    disputed:
      'I have noted that you dispute this charge. It will not go to collections while we look into it.',
  },
  prompts: {
    askFor: {
      mrn: 'May I have your medical record number, please? It is the eight-digit number on your member card.',
      bill_pay_number:
        'May I have your bill-pay number, please? It stands on your statement, and under your name on your member card.',
      guarantor_id:
        'May I have the guarantor ID, please? It is the nine-digit number on your statement.',
      account_number:
        'May I have the account number, please? It is on your statement: two digits, a hyphen and six more.',
      name: 'May I have the full name of the patient, and the date of birth?',
    },
    askRole: 'Who am I speaking with: the patient, or somebody calling for them?',
    askCallerName: 'May I have your full name, please?',
    askFactor: {
      birth_date: 'To protect the account, please tell me your date of birth.',
      postal_code: 'And the ZIP code of your address?',
      street_address: 'And your street address?',
      phone: 'And your phone number, area code first?',
    },
    askFactorOfPatient: {
      birth_date: "To protect the account, please tell me the patient's date of birth.",
      postal_code: "And the ZIP code of the patient's address?",
      street_address: "And the patient's street address?",
      phone: "And the patient's phone number, area code first?",
    },
    verified: 'Thank you, that is all I need. How can I help you with the bill?',
    guest:
      'Thank you. I can take a payment for this account, but I cannot speak about the bill itself. What amount would you like to pay?',
    locked:
      'I am sorry, I could not verify this account, so I cannot speak about it on this call. A supervisor will call back at the number on record.',
    refused: {
      patient_is_minor:
        'I am sorry, I can speak about this bill only with the person who is responsible for paying it. Is that person there?',
      patient_is_deceased:
        'I am sorry, I can speak about this account only with the person responsible for it, or somebody who is authorised. May I call back?',
      no_authorisation_on_record:
        'I am sorry, I have no authorisation on record for you. The patient can give one by calling us. You are welcome to make a payment without hearing about the bill.',
    },
    away: {
      verify:
        'I am sorry, our system cannot look into accounts just now. Nothing on your account changes because of it. May I call you back, at the number on record?',
      pay: 'I am sorry, our payment system cannot be reached just now, so I can take neither a card nor a bank account. I can note the day on which you want to pay, and we call you back; nothing is charged today.',
      plan: 'I am sorry, our system cannot be reached just now, so I cannot set up a payment plan. Nothing is agreed and nothing changes. May I call you back, at the number on record?',
      schedule:
        'I am sorry, our payment system cannot be reached just now, so I can neither set up nor change payments to come. What is set up stays as it is. May I call you back, at the number on record?',
    },
    planScreening:
      'Your application for assistance is still open. What is awarded you need not pay, so a counselor can look at that first. Would you like that, or a plan all the same?',
    plan: 'We can spread what you owe for care over several months. I will tell you what each choice costs. Would you like to begin today, or on a day to come?',
    schedule:
      'Would you like one payment on a day, a series of payments, or to have your statements paid by themselves?',
    pay: 'How much would you like to pay today: with a card, or from a bank account?',
    readCard:
      'Please tell me the card number, the month it is good through, the security code and the ZIP code. The recording is paused.',
    readAccount:
      'Please tell me whether it is a checking or a savings account, then the routing number and the account number. The recording is paused.',
    readAuthorisation:
      'Thank you. I will now read what you authorise; please listen, and tell me at the end whether you agree.',
    readBack: 'Thank you. I will read the payment back to you before anything is charged.',
    oneMoment: 'One moment, please, while the bank answers.',
    takenBack:
      'I have taken that payment back, so you are not charged. Is there anything else I can help you with today?',
    promise: 'Which amount can you manage, and on which day?',
    referral:
      'One of our financial counselors can look into this with you. Tell me briefly what has changed for you.',
    wire: 'Which amount will your bank send, and on which day?',
    other: 'There are several ways to do that. Which one suits you?',
    note: 'Let me write that down, so that you need not explain it again.',
    anythingElse: 'Is there anything else I can help you with today?',
    goodbye: 'Thank you for calling, and goodbye.',
  },
  kept: {
    promise:
      'Let me repeat that: {{amount}} on {{date}}. Nothing is taken by itself, so please call us or pay by that day; collections wait until then. Is that right?',
    referral:
      'I have handed this on to a financial counselor for {{programme}}. The counselor will call the number on record and knows what you told me, so there is nothing you need to do now.',
    wire: 'Please give your bank the wire instructions of {{payee}}, and have it write this reference on the wire, exactly so: {{spelled}}. We expect {{amount}} on {{date}}; it counts on the day it arrives.',
  },
  ways: {
    mail: 'Please make a check or money order out to {{payee}}, and write your guarantor ID, {{guarantorId}}, on it. Mail it to {{address}}. It takes {{from}} to {{to}} business days to reach your account.',
    in_person:
      'You can bring it to the billing desk of your medical facility in {{regionName}}. Please bring your statement, or your guarantor ID, {{guarantorId}}. To ask which desk is near you and when it is open, call {{line}}.',
    online:
      'Please sign in on the website of {{organization}} and choose to pay a bill. It asks for your bill-pay number: {{billPayNumber}}. For help, call {{line}}.',
    app: 'Please open the {{organization}} app and choose to pay a bill. It asks for your bill-pay number: {{billPayNumber}}. For help, call {{line}}.',
    bank_bill_pay:
      'In your bank’s bill payment, please add {{payee}} as a payee, with the address {{address}}. The account number there is your bill-pay number: {{billPayNumber}}. For help, call {{line}}.',
    onStatement: 'the one on your statement and on your member card',
    expected: 'We expect {{amount}} on {{date}}; it counts on the day it arrives.',
  },
  standing: {
    run: '{{number}} of {{amount}}',
    method:
      'Today, {{today}}, you, {{name}}, authorise {{organization}} to keep your {{method}} for payments to come, without its security code, and to charge it as I read now. Do you agree?',
    amount: {
      once: 'The amount is {{amount}}, or what is still open on that day if that is less. Do you agree?',
      series:
        'Each payment is {{amount}}, or what is still open on its day if that is less. Do you agree?',
      autopay:
        'Each payment is what is open of your statement, and never more than {{amount}}. Do you agree?',
      plan: 'The payments are the instalments of your payment plan: {{runs}}. One is less where you have paid some of it already, and together they are never more than the plan owes. Do you agree?',
    },
    timing: {
      once: 'It is one charge on {{first}}. If the bank declines it, we may try twice more on the following business days. Do you agree?',
      weekly:
        'The first is on {{first}} and then one every week, {{count}} in all, the last on {{last}}. On a day the banks are closed it is the next business day; if the bank declines one, we may try it twice more. Do you agree?',
      biweekly:
        'The first is on {{first}} and then one every two weeks, {{count}} in all, the last on {{last}}. On a day the banks are closed it is the next business day; if the bank declines one, we may try it twice more. Do you agree?',
      monthly:
        'The first is on {{first}} and then one every month, {{count}} in all, the last on {{last}}. On a day the banks are closed it is the next business day; if the bank declines one, we may try it twice more. Do you agree?',
      autopay:
        'Each statement that is due after today is charged on its due date, or on the business day before if the banks are closed, until you end this. If the bank declines one, we may try it twice more. Do you agree?',
      plan: 'Each instalment is charged on its due date, the first on {{first}} and then one every month, {{count}} in all, the last on {{last}}. On a day the banks are closed it is the next business day. They wait while your plan rests, follow it where you agree to change it, and end with it. If the bank declines one, we may try it twice more. Do you agree?',
    },
    notice:
      'Because the amount varies, we write to you with the amount and the day at least ten days before each payment. Do you agree?',
    planNotice:
      'You have the right to a letter, ten days before, about each payment whose amount differs from the one before. You choose to be told only of one that your written copy does not list: more than it says for the day, on another day, or of another amount because your plan was changed. Of such a payment we write to you at least ten days before. Do you agree?',
    stop: 'You can leave a payment out, or stop it up to three business days before, and you can revoke all of this at any time, by calling {{phone}}. Do you agree?',
    voluntary:
      'You need not agree to this: no payment plan and no care depends on it. We send you a written copy. Do you agree?',
    debit: {
      method: {
        once: 'Today, {{today}}, you, {{name}}, authorise {{organization}} to make one electronic debit, and only one, from your {{method}}, and to keep that account for it. Do you agree?',
        recurring:
          'Today, {{today}}, you, {{name}}, authorise {{organization}} to make recurring electronic debits from your {{method}}, and to keep that account for them. Do you agree?',
      },
      timing: {
        once: 'Your account is debited once, on or after {{first}}. If your bank sends the debit back for lack of funds, we may send it at most twice more. Do you agree?',
        weekly:
          'Your account is debited on or after {{first}} and then every week, {{count}} times in all, the last time on or after {{last}}. On a day the banks are closed it is the next business day; if your bank sends a debit back for lack of funds, we may send it at most twice more. Do you agree?',
        biweekly:
          'Your account is debited on or after {{first}} and then every two weeks, {{count}} times in all, the last time on or after {{last}}. On a day the banks are closed it is the next business day; if your bank sends a debit back for lack of funds, we may send it at most twice more. Do you agree?',
        monthly:
          'Your account is debited on or after {{first}} and then every month, {{count}} times in all, the last time on or after {{last}}. On a day the banks are closed it is the next business day; if your bank sends a debit back for lack of funds, we may send it at most twice more. Do you agree?',
        autopay:
          'For each statement that is due after today your account is debited on or after its due date, or the business day before if the banks are closed, until you end this. If your bank sends a debit back for lack of funds, we may send it at most twice more. Do you agree?',
        plan: 'For each instalment your account is debited on or after its due date, the first time on or after {{first}} and then every month, {{count}} times in all, the last time on or after {{last}}. The debits wait while your plan rests, follow it where you agree to change it, and end with it. If your bank sends a debit back for lack of funds, we may send it at most twice more. Do you agree?',
      },
      notice:
        'You have the right to a letter, ten days before, about each debit whose amount differs from the one before. You choose to be told only of a debit above {{amount}}, which this authorisation does not allow. Do you agree?',
      stop: 'For questions, and to leave a debit out, stop it, or revoke all of this at any time, call {{phone}}. To be sure that a debit is stopped, tell us or your bank at least three business days before it. Do you agree?',
    },
  },
  plan: {
    terms:
      'The amount financed is {{financed}}. The finance charge is {{charge}}. The annual percentage rate is {{percent}} percent. In all you pay {{total}}. Shall I go on?',
    pending:
      'Your insurance has not answered yet for {{amount}}, so that is not part of this plan; once it has, we can add your part of it.',
    payments_one: 'one payment of {{amount}} on {{first}}',
    payments_other: '{{count}} monthly payments of {{amount}}, beginning on {{first}}',
    schedule:
      'That is {{payments}}. If a payment is late, {{late}} or more may be charged. You may pay off early without a penalty. Is that clear?',
    ask: 'These terms are yours in writing, {{copy}}. You need not pay automatically to have this plan. Do you agree to it?',
    copies: { email: 'by e-mail', mail: 'by mail', online: 'online' },
    agreed: {
      next: 'Your plan is set up. The next payment is {{amount}}, due on {{date}}.',
      due: 'Your plan is set up. The first payment of {{amount}} is due today.',
    },
    stands: {
      next: 'The next payment of your plan is {{amount}}, due on {{date}}.',
      due: 'Of your plan, {{amount}} was due on {{date}} and is not paid yet. Would you like to pay it now?',
    },
    changed:
      'Your balance has changed while we were speaking, so nothing is agreed yet. Let me give you the new terms.',
    second: 'I see that a plan has been set up for you already, so I have not made another.',
  },
  programmes: {
    mfa: 'medical financial assistance',
    chc: 'charitable health coverage',
    pharmacy: 'help with the pharmacy',
    community: 'support in the community',
  },
  bill: {
    nothingOpen: 'Nothing is open on your account.',
    total: 'Your balance is {{amount}}.',
    visits_one: 'It is for one visit between {{from}} and {{to}}: {{kinds}}.',
    visits_other: 'It is for {{count}} visits between {{from}} and {{to}}: {{kinds}}.',
    visitsOneDay_one: 'It is for one visit on {{from}}: {{kinds}}.',
    visitsOneDay_other: 'It is for {{count}} visits on {{from}}: {{kinds}}.',
    left: 'What is left for you is {{reasons}}.',
    paidAndLeft: 'Your insurance paid {{paid}}; what is left for you is {{reasons}}.',
    paidReducedAndLeft:
      'Your insurance paid {{paid}} and {{reduced}} came off the price; what is left for you is {{reasons}}.',
    credit: 'A credit of {{amount}} is already taken off.',
    pending: 'Your insurance has not answered yet for {{amount}}, so that part may still change.',
    premium: '{{amount}} is premium for your coverage, which is billed apart from care.',
    overdue: '{{amount}} is past its due date, the oldest part since {{since}}.',
    overdueAndNext:
      '{{amount}} is past its due date, the oldest part since {{since}}; {{next}} is due by {{on}}.',
    dueNext: '{{next}} is due by {{on}}.',
    received: 'Your last payment was {{amount}} on {{on}}; thank you.',
    dispute: 'You asked us to look into {{amount}}; it will not go to collections meanwhile.',
    application:
      'Your application for assistance of {{on}} is still open, and collections wait until it is decided.',
    plan: 'Your payment plan has {{remaining}} left, and the next payment of {{instalment}} is due on {{on}}.',
    kinds: {
      office_visit: 'an office visit',
      procedure: 'a procedure',
      facility: 'use of the facility',
      laboratory: 'laboratory work',
      imaging: 'imaging',
      prescription: 'prescriptions',
      premium: 'premium',
      copay: 'copay',
      coinsurance: 'coinsurance',
      deductible: 'deductible',
      late_fee: 'late fees',
      finance_charge: 'the interest of your plan',
      adjustment: 'corrections',
    },
    reasons: {
      deductible: '{{amount}} of your deductible',
      coinsurance: '{{amount}} of coinsurance',
      copay: '{{amount}} of copay',
      insuranceLeft: '{{amount}} after insurance',
      denied: '{{amount}} that the insurance did not cover',
      uninsured: '{{amount}} that no insurance was billed for',
      lateFee: '{{amount}} of late fees',
      interest: '{{amount}} of interest on your plan',
      correction: '{{amount}} of corrections',
    },
  },
} as const;
