import { type Audited, record } from './rule.ts';

/** A hardship case, and what is looked into for it. */
export const ofCases: Audited = {
  'cases.read': {
    done: ({ caseId }, _output, who) => [record('case_read', caseId, who)],
    refused: ({ caseId }, who) => [record('case_refused', caseId, who)],
  },
  'cases.open': {
    done: ({ mrn }, { caseId }, who) => [
      record('case_opened', caseId, who),
      record('case_read', mrn, who),
    ],
    refused: ({ mrn }, who) => [record('case_not_opened', mrn, who)],
  },
  'cases.take': {
    done: ({ caseId }, _output, who) => [record('case_taken', caseId, who)],
    refused: ({ caseId }, who) => [record('case_not_taken', caseId, who)],
  },
  'cases.putBack': {
    done: ({ caseId }, _output, who) => [record('case_put_back', caseId, who)],
  },
  'cases.callBack': {
    done: ({ caseId }, _output, who) => [record('callback_noted', caseId, who)],
  },
  'cases.finishItem': {
    done: ({ itemId }, _output, who) => [record('case_item_done', itemId, who)],
    refused: ({ itemId }, who) => [record('case_item_not_done', itemId, who)],
  },
  'cases.setPriority': {
    done: ({ caseId }, _output, who) => [record('case_priority_set', caseId, who)],
  },
  'cases.close': {
    done: ({ caseId }, _output, who) => [record('case_closed', caseId, who)],
    refused: ({ caseId }, who) => [record('case_not_closed', caseId, who)],
  },
  'cases.reopen': {
    done: ({ caseId }, _output, who) => [record('case_reopened', caseId, who)],
    refused: ({ caseId }, who) => [record('case_not_reopened', caseId, who)],
  },
  'cases.takeOver': {
    done: ({ caseId }, _output, who) => [record('case_taken_over', caseId, who)],
    refused: ({ caseId }, who) => [record('case_not_taken_over', caseId, who)],
  },
  'cases.handOver': {
    done: ({ caseId }, _output, who) => [record('case_handed_over', caseId, who)],
    refused: ({ caseId }, who) => [record('case_not_handed_over', caseId, who)],
  },
  'collections.ofCase': {
    done: ({ caseId }, _output, who) => [record('case_collections_read', caseId, who)],
  },
  'screening.read': {
    done: ({ caseId }, _output, who) => [record('screenings_read', caseId, who)],
  },
  'screening.save': {
    done: ({ screeningId }, _output, who) => [record('screening_saved', screeningId, who)],
    refused: ({ screeningId }, who) => [record('screening_refused', screeningId, who)],
  },
  'programmes.list': {
    done: ({ caseId }, _output, who) => [record('programmes_read', caseId, who)],
  },
  'programmes.refer': {
    done: ({ programmeReferralId }, _output, who) => [
      record('programme_referred', programmeReferralId, who),
    ],
    refused: ({ programmeReferralId }, who) => [
      record('programme_referral_refused', programmeReferralId, who),
    ],
  },
  'programmes.followUp': {
    done: ({ programmeReferralId }, _output, who) => [
      record('programme_followed_up', programmeReferralId, who),
    ],
  },
  'programmes.close': {
    done: ({ programmeReferralId }, { outcome }, who) => [
      record(`programme_${outcome}`, programmeReferralId, who),
    ],
    refused: ({ programmeReferralId }, who) => [
      record('programme_end_refused', programmeReferralId, who),
    ],
  },
};
