import { type Audited, payment, record } from './rule.ts';

/** What is authorised to be taken later, and by which kept method. */
export const ofAuthorisations: Audited = {
  'authorisations.make': {
    done: ({ authorisationId }, _output, who) => [
      record('authorisation_made', authorisationId, who),
    ],
    refused: ({ authorisationId }, who) => [record('authorisation_refused', authorisationId, who)],
  },
  'authorisations.change': {
    done: ({ authorisationId }, _output, who) => [
      record('authorisation_changed', authorisationId, who),
    ],
  },
  'authorisations.skip': {
    done: ({ authorisationId }, _output, who) => [
      record('authorisation_skipped', authorisationId, who),
    ],
  },
  'authorisations.revoke': {
    done: ({ authorisationId }, _output, who) => [
      record('authorisation_revoked', authorisationId, who),
    ],
  },
  'authorisations.copy': {
    done: ({ authorisationId }, { savedAs }, who) =>
      savedAs === null ? [] : [record('authorisation_copied', authorisationId, who)],
  },
  'authorisations.signed': {
    done: ({ authorisationId }, _output, who) => [
      record('authorisation_signed', authorisationId, who),
    ],
    refused: ({ authorisationId }, who) => [record('signed_copy_refused', authorisationId, who)],
  },
  'authorisations.save': {
    done: ({ key }, { savedAs }, who) =>
      savedAs === null ? [] : [payment('authorisation_saved', key, who)],
  },
  'storedMethods.keep': {
    done: (_input, { storedMethodId }, who) => [record('method_kept', storedMethodId ?? '', who)],
  },
  'storedMethods.remove': {
    done: ({ methodId }, _output, who) => [record('method_removed', methodId, who)],
    refused: ({ methodId }, who) => [record('method_removal_refused', methodId, who)],
  },
};
