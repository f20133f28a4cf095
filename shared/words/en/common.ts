/** Words of the frame around every page. */
export const common = {
  product: 'Remit Desk',
  sandbox: 'Sandbox: no real money moves',
  sandboxShort: 'Sandbox',
  busy: 'Working…',
  starting: 'Starting the desk…',
  panes: {
    call: 'The call',
    balance: 'Balance',
    pay: 'Pay',
  },
  say: {
    title: 'Say',
    said: 'Said',
    language: 'Language of the words to say',
  },
  roles: {
    representative: 'Billing representative',
    counselor: 'Financial-hardship counselor',
    supervisor: 'Supervisor',
    workstation: 'Workstation',
  },
  callerRoles: {
    patient: 'Patient (self)',
    guarantor: 'Guarantor',
    authorised_representative: 'Authorised representative',
    guest_payer: 'Guest payer',
  },
  discloses: {
    everything: 'may hear everything',
    amount_only: 'may hear the amount only',
    nothing: 'may hear nothing yet',
  },
  mrn: 'MRN {{last4}}',
} as const;
