/** How a payment was made, in a few words. */
export const method = {
  card: '{{brand}} ending {{last4}}',
  checking: 'checking ending {{last4}}, {{bank}}',
  savings: 'savings ending {{last4}}, {{bank}}',
  wire: 'wire',
  mail: 'mail',
  in_person: 'in person',
  online: 'online',
  app: 'mobile app',
  bank_bill_pay: 'bank bill-pay',
};
