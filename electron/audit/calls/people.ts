import { type Audited, desk, record, session } from './rule.ts';

/** Who signed in, and whom they looked for. */
export const ofPeople: Audited = {
  'session.signIn': {
    done: (_input, { userId }) => [session('signed_in', userId, userId)],
    refused: ({ userId }) => [session('sign_in_failed', userId, null)],
  },
  'session.unlock': {
    done: (_input, { userId }, who) => [session('unlocked', userId, who)],
    refused: (_input, who) => [session('unlock_failed', who ?? '', who)],
  },
  'session.signOut': {
    done: (_input, _output, who) => [session('signed_out', who ?? '', who)],
  },
  'patients.find': {
    // Of what the desk answered by itself the backend knows nothing yet.
    done: (_input, { patients, source }, who) => {
      const action = source === 'copy' ? 'patient_found_in_copy' : 'patient_found';
      return patients.map(({ mrn }) => record(action, mrn, who));
    },
    refused: ({ by }, who) => [desk('nobody_found', by, who)],
  },
  'patients.choose': {
    done: ({ mrn }, _output, who) => [record('patient_chosen', mrn, who)],
    refused: ({ mrn }, who) => [record('patient_refused', mrn, who)],
  },
  'patients.unlock': {
    done: ({ mrn }, _output, who) => [record('record_unlocked', mrn, who)],
    refused: ({ mrn }, who) => [record('record_unlock_refused', mrn, who)],
  },
};
