import { type Audited, desk, payment, record } from './rule.ts';

/** What a supervisor decides, looks after and closes. */
export const ofSupervising: Audited = {
  'exceptions.take': {
    done: ({ caseId }, _output, who) => [desk('exception_taken', caseId, who)],
  },
  'exceptions.putBack': {
    done: ({ caseId }, _output, who) => [desk('exception_put_back', caseId, who)],
  },
  'exceptions.handOver': {
    done: ({ caseId }, _output, who) => [desk('exception_handed_over', caseId, who)],
  },
  'exceptions.resolve': {
    done: ({ caseId }, _output, who) => [desk('exception_resolved', caseId, who)],
    refused: ({ caseId }, who) => [desk('exception_not_resolved', caseId, who)],
  },
  'approvals.decide': {
    done: ({ kind, approvalId, decision }, _output, who) => [
      desk(`${kind}_${decision}`, approvalId, who),
    ],
    refused: ({ kind, approvalId }, who) => [desk(`${kind}_decision_refused`, approvalId, who)],
  },
  'approvals.askLateVoid': {
    done: ({ key }, _output, who) => [payment('late_void_asked', key, who)],
    refused: ({ key }, who) => [payment('late_void_refused', key, who)],
  },
  'approvals.askOverride': {
    done: ({ key }, _output, who) => [payment('override_asked', key, who)],
    refused: ({ key }, who) => [payment('override_not_asked', key, who)],
  },
  'approvals.askPlan': {
    done: ({ requestId }, _output, who) => [desk('plan_exception_asked', requestId, who)],
    refused: ({ requestId }, who) => [desk('plan_exception_not_asked', requestId, who)],
  },
  'arrivals.assign': {
    done: ({ arrivalId }, _output, who) => [record('arrival_assigned', arrivalId, who)],
    refused: ({ arrivalId }, who) => [record('arrival_assignment_refused', arrivalId, who)],
  },
  'runs.list': {
    done: ({ before, again }, _output, who) =>
      again ? [] : [desk('runs_listed', before ?? 'latest', who)],
  },
  'reconciliation.day': {
    done: ({ again }, { region, businessOn }, who) =>
      again ? [] : [desk('business_day_read', `${region}/${businessOn}`, who)],
  },
  'reconciliation.payments': {
    done: ({ region, day, stage, method, source, after }, _output, who) =>
      after === null
        ? [desk('business_day_sum_read', `${region}/${day} ${stage} ${method} ${source}`, who)]
        : [],
  },
  'reconciliation.close': {
    done: ({ region, day }, _output, who) => [desk('business_day_closed', `${region}/${day}`, who)],
    refused: ({ region, day }, who) => [desk('business_day_not_closed', `${region}/${day}`, who)],
  },
  'reconciliation.correct': {
    done: ({ region, day }, _output, who) => [
      desk('business_day_corrected', `${region}/${day}`, who),
    ],
    refused: ({ region, day }, who) => [
      desk('business_day_not_corrected', `${region}/${day}`, who),
    ],
  },
  'access.review': {
    done: ({ reviewId }, _output, who) => [desk('access_reviewed', reviewId, who)],
    refused: ({ reviewId }, who) => [desk('access_review_refused', reviewId, who)],
  },
};
