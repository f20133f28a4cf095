import { type Audited, record } from './rule.ts';

/** Payment plans, agreed to on a call or from a case. */
export const ofPlans: Audited = {
  'plans.copy': {
    done: ({ offerId }, _output, who) => [record('plan_copy_noted', offerId, who)],
  },
  'plans.agree': {
    done: ({ planId }, _output, who) => [record('plan_agreed', planId, who)],
    refused: ({ planId }, who) => [record('plan_refused', planId, who)],
  },
  'plans.billLast': {
    done: ({ planId }, _output, who) => [record('plan_interest_billed', planId, who)],
  },
  'plans.save': {
    done: ({ offerId }, { savedAs }, who) =>
      savedAs === null ? [] : [record('plan_disclosure_saved', offerId, who)],
  },
  'planChanges.copy': {
    done: ({ changeId }, _output, who) => [record('plan_change_copy_noted', changeId, who)],
  },
  'planChanges.agree': {
    done: ({ changeId }, _output, who) => [record('plan_changed', changeId, who)],
    refused: ({ changeId }, who) => [record('plan_change_refused', changeId, who)],
  },
  'hardshipPlans.ground': {
    done: ({ caseId }, _output, who) => [record('case_plan_read', caseId, who)],
  },
  'hardshipPlans.copy': {
    done: ({ offerId }, _output, who) => [record('plan_copy_noted', offerId, who)],
  },
  'hardshipPlans.agree': {
    done: ({ planId }, _output, who) => [record('plan_agreed', planId, who)],
    refused: ({ planId }, who) => [record('plan_refused', planId, who)],
  },
  'hardshipPlans.save': {
    done: ({ offerId }, { savedAs }, who) =>
      savedAs === null ? [] : [record('plan_disclosure_saved', offerId, who)],
  },
};
