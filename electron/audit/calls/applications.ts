import { type Audited, record } from './rule.ts';

/** Applications for assistance, with their papers and letters. */
export const ofApplications: Audited = {
  'applications.read': {
    done: ({ caseId }, _output, who) => [record('applications_read', caseId, who)],
  },
  'applications.begin': {
    done: ({ applicationId }, _output, who) => [record('application_begun', applicationId, who)],
  },
  'applications.submit': {
    done: ({ applicationId }, _output, who) => [
      record('application_submitted', applicationId, who),
    ],
    refused: ({ applicationId }, who) => [record('application_not_taken', applicationId, who)],
  },
  'applications.requirement': {
    done: ({ applicationId }, _output, who) => [
      record('application_document_settled', applicationId, who),
    ],
  },
  'applications.decide': {
    done: ({ applicationId, decision }, _output, who) => [
      record(`application_${decision.outcome}`, applicationId, who),
    ],
    refused: ({ applicationId }, who) => [
      record('application_decision_refused', applicationId, who),
    ],
  },
  'applications.appeal': {
    done: ({ applicationId }, _output, who) => [record('application_appealed', applicationId, who)],
  },
  'applications.withdraw': {
    done: ({ applicationId }, _output, who) => [
      record('application_withdrawn', applicationId, who),
    ],
  },
  'documents.add': {
    done: ({ kind }, { document }, who) =>
      document ? [record(`document_added_${kind}`, document.documentId, who)] : [],
    refused: ({ applicationId }, who) => [record('document_not_added', applicationId, who)],
  },
  'documents.open': {
    done: ({ documentId }, _output, who) => [record('document_opened', documentId, who)],
    refused: ({ documentId }, who) => [record('document_not_opened', documentId, who)],
  },
  'documents.refuse': {
    done: ({ documentId }, _output, who) => [record('document_refused', documentId, who)],
  },
  'letters.save': {
    done: ({ letterId }, { savedAs }, who) =>
      savedAs === null ? [] : [record('letter_saved', letterId, who)],
  },
  'letters.print': {
    done: ({ letterId }, { printed }, who) =>
      printed ? [record('letter_printed', letterId, who)] : [],
  },
};
