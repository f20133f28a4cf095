/** Words of the frame around every page. */
export const common = {
  product: 'Remit Desk',
  sandbox: 'Sandbox: no real money moves',
  sandboxShort: 'Sandbox',
  sandboxOn: 'Sandbox: no real money moves. It is {{date}} there.',
  busy: 'Working…',
  reasonMissing: 'Give a reason of at least three letters.',
  starting: 'Starting the desk…',
  fault: {
    title: 'This page ran into a fault',
    words:
      'The call, its payments and your notes are kept by the desk, not by this page. Load the page again to go on; do not take a payment twice.',
    reload: 'Load the page again',
  },
  panes: {
    call: 'The call',
    balance: 'Balance',
    pay: 'Pay',
  },
  say: {
    title: 'Say',
    said: 'Said',
    language: 'Language of the words to say',
    withResult: 'The words to say now stand at the right.',
    aids: 'Interpreter and TTY',
    followsRecord: 'The words to say are in {{language}} now, as the record asks.',
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
