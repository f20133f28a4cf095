import { accessReview } from './en/access-review.ts';
import { afterPayment } from './en/after-payment.ts';
import { application } from './en/application.ts';
import { approvals } from './en/approvals.ts';
import { arrivals } from './en/arrivals.ts';
import { assistanceLetter } from './en/assistance-letter.ts';
import { authorisation } from './en/authorisation.ts';
import { balance } from './en/balance.ts';
import { bank } from './en/bank.ts';
import { call } from './en/call.ts';
import { capture } from './en/capture.ts';
import { card } from './en/card.ts';
import { collections } from './en/collections.ts';
import { collectionsNotice } from './en/collections-notice.ts';
import { collectionsSaid } from './en/collections-said.ts';
import { common } from './en/common.ts';
import { decisions } from './en/decisions.ts';
import { disclosure } from './en/disclosure.ts';
import { documents } from './en/documents.ts';
import { exceptions } from './en/exceptions.ts';
import { exports } from './en/exports.ts';
import { floor } from './en/floor.ts';
import { frame } from './en/frame.ts';
import { hardship } from './en/hardship.ts';
import { household } from './en/household.ts';
import { kept } from './en/kept.ts';
import { letter } from './en/letter.ts';
import { locate } from './en/locate.ts';
import { method } from './en/method.ts';
import { payment } from './en/payment.ts';
import { paymentPage } from './en/payment-page.ts';
import { plan } from './en/plan.ts';
import { planBuilder } from './en/plan-builder.ts';
import { planChanges, spokenPlanChange } from './en/plan-changes.ts';
import { plans } from './en/plans.ts';
import { problems } from './en/problems.ts';
import { programmes } from './en/programmes.ts';
import { receipt } from './en/receipt.ts';
import { reconciliation } from './en/reconciliation.ts';
import { runs } from './en/runs.ts';
import { schedule } from './en/schedule.ts';
import { screening } from './en/screening.ts';
import { search } from './en/search.ts';
import { signIn } from './en/sign-in.ts';
import { spoken } from './en/spoken.ts';
import { start } from './en/start.ts';
import { summary } from './en/summary.ts';
import { supervisor } from './en/supervisor.ts';
import { trail } from './en/trail.ts';
import { unsent } from './en/unsent.ts';
import { verify } from './en/verify.ts';
import { worklist } from './en/worklist.ts';
import { wrapUp } from './en/wrap-up.ts';

/** Every namespace of the English catalogue. */
export const english = {
  floor,
  accessReview,
  trail,
  reconciliation,
  approvals,
  assistanceLetter,
  application,
  authorisation,
  arrivals,
  afterPayment,
  balance,
  bank,
  call,
  capture,
  card,
  collections,
  collectionsNotice,
  collectionsSaid,
  common,
  decisions,
  disclosure,
  documents,
  exceptions,
  exports,
  frame,
  hardship,
  household,
  kept,
  letter,
  locate,
  method,
  payment,
  plan,
  planBuilder,
  plans,
  planChanges,
  spokenPlanChange,
  problems,
  programmes,
  receipt,
  runs,
  schedule,
  screening,
  paymentPage,
  search,
  signIn,
  spoken,
  start,
  summary,
  supervisor,
  unsent,
  verify,
  worklist,
  wrapUp,
};
