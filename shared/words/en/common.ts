/** Words of the frame around every page. */
export const common = {
  product: 'Remit Desk',
  sandbox: 'Sandbox: no real money moves',
  busy: 'Working…',
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
} as const;
