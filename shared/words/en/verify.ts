/** Verifying who is calling. */
export const verify = {
  title: 'Verify the caller',
  who: 'Who is calling?',
  about: {
    patient: 'Speaks about their own bill.',
    guarantor: 'Is responsible for paying it.',
    authorised_representative: 'Has an authorisation on record.',
    guest_payer: 'Pays for somebody and hears nothing about the bill.',
  },
  name: 'Name of the caller',
  nameHint: 'As they say it; it is held against the authorisations on record.',
  guestNameHint: 'As they say it; it stands on the record of the call.',
  noName: 'Type the name the caller gives.',
  begin: 'Go on',
  back: 'Choose another role',
  factorsTitle: 'Two answers must match',
  proven: '{{count}} of {{needed}} proven',
  triesLeft_one: '{{count}} try left before the record locks',
  triesLeft_other: '{{count}} tries left before the record locks',
  address: 'ZIP code and street address count as one.',
  factors: {
    birth_date: 'Date of birth',
    postal_code: 'ZIP code',
    street_address: 'Street address',
    phone: 'Phone number',
  },
  hints: {
    birth_date: '3/14/1962',
    postal_code: '94612',
    street_address: '1200 Grand Avenue',
    phone: '510 555 0134',
  },
  malformed: {
    birth_date: 'This is no date; type month, day and year, such as 3/14/1962.',
    postal_code: 'A ZIP code has five digits.',
    street_address: 'Type house number and street.',
    phone: 'A phone number has ten digits, area code first.',
  },
  suchAs: 'Such as {{example}}',
  check: 'Check',
  match: 'Match',
  noMatch: 'No match',
  verified: {
    title: 'The caller is verified',
    guest: 'A guest payer is on the line',
    role: 'Caller',
    name: 'Name given',
    matched: 'Matched',
    hears: 'Disclosure',
    next: 'Go on to the balance',
    nextGuest: 'Go on to the payment',
  },
  stopped: {
    locked: 'This record is locked',
    lockedWhy:
      'Three answers did not match. Nothing may be said about the bill until a supervisor unlocks the record.',
    refused: 'Nothing may be said to this caller',
    patient_is_minor:
      'The patient is under 18 and cannot speak for the bill. The guarantor can; ask whether they are there.',
    patient_is_deceased:
      'The patient on record has died. Only the guarantor or an authorised person may hear about the bill.',
    no_authorisation_on_record:
      'No authorisation on record names this caller. They may pay as a guest.',
    again: 'Choose another role',
    wrapUp: 'Wrap up',
    other: 'Find another patient',
  },
} as const;
