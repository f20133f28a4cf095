/** Why the desk does not start, each with what to do. */
export const start = {
  title: 'Remit Desk cannot start',
  corrupt:
    'The journal is damaged. It is kept as it is at {{path}}; call support before anything else, because it may hold a payment that is still open.',
  newer:
    'The journal was written by a newer Remit Desk. It is kept as it is at {{path}}; install the newer version.',
  wrong_key:
    'The journal cannot be opened with the key of this machine. It is kept as it is at {{path}}; call support.',
  locked:
    'Another Remit Desk is using the journal at {{path}}; close the other one, or switch to it.',
  noKeychain:
    'This machine has no keychain to protect patient data, so nothing can be kept here; unlock or install one, or start the sandbox.',
  badSettings: 'The setting {{name}} cannot be used; correct it and start again.',
  failed:
    'Something unforeseen happened while starting: {{name}}. Nothing was changed; tell support.',
} as const;
