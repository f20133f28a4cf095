import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import type { AuditEntry } from './local-audit.ts';

/** Who asked; null while nobody has proved who they are. */
type Who = string | null;

interface Rule<Name extends CallName> {
  /** What is written once the call is done. */
  done(input: CallInput<Name>, output: CallOutput<Name>, who: Who): AuditEntry[];
  /** What is written when it was refused. */
  refused?(input: CallInput<Name>, who: Who): AuditEntry[];
}

const about =
  (subjectKind: AuditEntry['subjectKind']) =>
  (action: string, subject: string, userId: Who): AuditEntry => ({
    userId,
    action,
    subjectKind,
    subject,
  });
const session = about('session');
const record = about('record');
const payment = about('payment_attempt');
const desk = about('desk');

/**
 * Which calls leave a row in the local audit, and what it says (PCI DSS 10.2, 45 CFR 164.312(b)). A
 * payment's own row is written with its attempt, and that of a note, a promise, a referral or a wire
 * with it; locks are written where the session locks, for most
 * of them nobody asks.
 */
export const auditedCalls: { readonly [Name in CallName]?: Rule<Name> } = {
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
  'payments.void': {
    done: ({ key }, _output, who) => [payment('payment_voided', key, who)],
    refused: ({ key }, who) => [payment('payment_void_refused', key, who)],
  },
  'payments.override': {
    done: ({ key }, _output, who) => [payment('outcome_overridden', key, who)],
    refused: ({ key }, who) => [payment('outcome_override_refused', key, who)],
  },
  'arrivals.assign': {
    done: ({ arrivalId }, _output, who) => [record('arrival_assigned', arrivalId, who)],
    refused: ({ arrivalId }, who) => [record('arrival_assignment_refused', arrivalId, who)],
  },
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
  'planChanges.copy': {
    done: ({ changeId }, _output, who) => [record('plan_change_copy_noted', changeId, who)],
  },
  'planChanges.agree': {
    done: ({ changeId }, _output, who) => [record('plan_changed', changeId, who)],
    refused: ({ changeId }, who) => [record('plan_change_refused', changeId, who)],
  },
  'trail.export': {
    done: (_input, { saved }, who) =>
      saved === null ? [] : [desk('audit_export_saved', String(saved.records), who)],
    refused: (_input, who) => [desk('audit_export_not_saved', '', who)],
  },
  'access.review': {
    done: ({ reviewId }, _output, who) => [desk('access_reviewed', reviewId, who)],
    refused: ({ reviewId }, who) => [desk('access_review_refused', reviewId, who)],
  },
  'followUps.take': {
    done: ({ id }, _output, who) => [desk('follow_up_taken', id, who)],
    refused: ({ id }, who) => [desk('follow_up_not_taken', id, who)],
  },
  'followUps.putBack': {
    done: ({ id }, _output, who) => [desk('follow_up_put_back', id, who)],
  },
  'followUps.finish': {
    done: ({ id }, _output, who) => [desk('follow_up_finished', id, who)],
    refused: ({ id }, who) => [desk('follow_up_not_finished', id, who)],
  },
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
  'storedMethods.keep': {
    done: (_input, { storedMethodId }, who) => [record('method_kept', storedMethodId ?? '', who)],
  },
  'storedMethods.remove': {
    done: ({ methodId }, _output, who) => [record('method_removed', methodId, who)],
    refused: ({ methodId }, who) => [record('method_removal_refused', methodId, who)],
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
  'floor.read': {
    done: ({ region, again }, _output, who) =>
      again ? [] : [desk('floor_read', region ?? 'all', who)],
  },
  'search.payments': {
    done: ({ sort, place, again }, _output, who) =>
      again ? [] : [desk('payments_searched', place ? `${sort.by}, on` : sort.by, who)],
  },
  'search.life': {
    done: ({ key }, _output, who) => [payment('payment_read', key, who)],
    refused: ({ key }, who) => [payment('payment_read_refused', key, who)],
  },
  'exports.begin': {
    done: ({ list, format }, { begun }, who) =>
      begun ? [desk('list_exported', `${list} as ${format}`, who)] : [],
    refused: ({ list, format }, who) => [desk('export_refused', `${list} as ${format}`, who)],
  },
  'outbox.retry': {
    done: ({ entryId }, _output, who) => [desk('unsent_tried_again', String(entryId), who)],
  },
  'authorisations.save': {
    done: ({ key }, { savedAs }, who) =>
      savedAs === null ? [] : [payment('authorisation_saved', key, who)],
  },
  'payments.takeBack': {
    done: ({ key }, _output, who) => [payment('payment_voided', key, who)],
    refused: ({ key }, who) => [payment('payment_void_refused', key, who)],
  },
  'payments.refund': {
    done: ({ key }, { state }, who) => [payment(`refund_${state}`, key, who)],
    refused: ({ key }, who) => [payment('refund_not_taken', key, who)],
  },
  'payments.trace': {
    done: ({ key }, _output, who) => [payment('trace_opened', key, who)],
  },
  'disputes.open': {
    done: ({ chargeId }, _output, who) => [desk('dispute_opened', chargeId, who)],
  },
  'refunds.payOut': {
    done: (_input, { paymentKey }, who) => [payment('refund_paid_out', paymentKey, who)],
    refused: ({ refundKey }, who) => [desk('refund_pay_out_refused', refundKey, who)],
  },
  'traces.close': {
    done: ({ traceId }, _output, who) => [desk('trace_closed', traceId, who)],
    refused: ({ traceId }, who) => [desk('trace_closing_refused', traceId, who)],
  },
  'waivers.ask': {
    done: ({ chargeId }, _output, who) => [desk('fee_waiver_asked', chargeId, who)],
    refused: ({ chargeId }, who) => [desk('fee_waiver_refused', chargeId, who)],
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
  'receipts.send': {
    done: ({ key, by }, _output, who) => [payment(`receipt_by_${by}`, key, who)],
  },
  'receipts.print': {
    done: ({ key }, { printed }, who) => (printed ? [payment('receipt_printed', key, who)] : []),
  },
  'receipts.save': {
    done: ({ key }, { savedAs }, who) =>
      savedAs === null ? [] : [payment('receipt_saved', key, who)],
  },
};
