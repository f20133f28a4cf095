/** What is read aloud to a caller. The organization's counsel approves the wording before real use. */
export const spoken = {
  recordingNotice:
    'Thank you for calling {{organization}} billing, my name is {{name}}. This call is recorded for quality and for your protection.',
  cardPermission:
    'I have your permission to charge your {{brand}} ending {{last4}} {{amount}} today, for account ending {{account}}?',
  confirmation:
    'Your payment of {{amount}} is approved. Your confirmation number is {{spelled}}. It posts to your account on {{date}}.',
  declined:
    'The bank did not approve this card. Nothing was charged. Would you like to try another card?',
  unknown:
    'I have sent your payment and I am waiting for the bank. Please do not pay again; we will call you back as soon as we know.',
  notCharged:
    'The payment did not go through and nothing was charged. Shall we take the card again?',
} as const;
