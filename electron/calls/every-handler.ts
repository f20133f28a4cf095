import { audited } from '../audit/audited.ts';
import type { Capture } from '../capture/capture.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { ChoosePlace } from '../exports/choose-place.ts';
import { createOffersOnCall } from '../plans/offers-on-call.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import { afterPaymentHandlers } from './after-payment.ts';
import { applicationHandlers } from './applications.ts';
import { approvalHandlers } from './approvals.ts';
import { arrivalHandlers } from './arrivals.ts';
import { authorisationHandlers } from './authorisations.ts';
import { balanceHandlers } from './balance.ts';
import { callHandlers } from './call.ts';
import { captureHandlers } from './capture.ts';
import { collectionsHandlers } from './collections.ts';
import { type DocumentPlaces, documentHandlers } from './documents.ts';
import { exceptionQueueHandlers } from './exception-queue.ts';
import { exceptionHandlers } from './exceptions.ts';
import { exportHandlers } from './exports.ts';
import { floorHandlers } from './floor.ts';
import { followUpHandlers } from './follow-ups.ts';
import type { Handlers } from './handlers.ts';
import { hardshipCaseHandlers } from './hardship-cases.ts';
import { hardshipPlanHandlers } from './hardship-plans.ts';
import { hardshipWorkHandlers } from './hardship-work.ts';
import { keptHandlers } from './kept.ts';
import { letterHandlers } from './letters.ts';
import { linkHandlers } from './links.ts';
import { outboxHandlers } from './outbox.ts';
import { patientHandlers } from './patients.ts';
import { paymentHandlers } from './payments.ts';
import { planChangeHandlers } from './plan-changes.ts';
import { planCopyHandlers } from './plan-copies.ts';
import { planHandlers } from './plans.ts';
import { programmeHandlers } from './programmes.ts';
import { type ReceiptPlaces, receiptHandlers } from './receipts.ts';
import { reconciliationHandlers } from './reconciliation.ts';
import { runHandlers } from './runs.ts';
import { screeningHandlers } from './screening.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';
import { signedCopyHandlers } from './signed-copies.ts';
import { standingCopyHandlers } from './standing-copies.ts';
import { storedMethodHandlers } from './stored-methods.ts';
import { syncHandlers } from './sync.ts';
import { trailHandlers } from './trail.ts';
import { verificationHandlers } from './verification.ts';
import { waiverHandlers } from './waivers.ts';
import { writtenCopyHandlers } from './written-copies.ts';

interface Surroundings extends ReceiptPlaces, DocumentPlaces {
  readonly capture: Capture;
  readonly typeface: Typeface;
  readonly choosePlace: ChoosePlace;
}

/** The handler of every declared call, with what it leaves in the audit. */
export function everyHandler(desk: DeskParts, around: Surroundings): Handlers {
  const offers = createOffersOnCall();
  const handlers: Handlers = {
    ...sessionHandlers(desk),
    ...callHandlers(desk, around.capture),
    ...patientHandlers(desk, around.capture),
    ...verificationHandlers(desk),
    ...balanceHandlers(desk),
    ...captureHandlers(desk, around.capture),
    ...paymentHandlers(desk),
    ...exceptionHandlers(desk),
    ...syncHandlers(desk),
    ...keptHandlers(desk),
    ...outboxHandlers(desk),
    ...arrivalHandlers(desk),
    ...afterPaymentHandlers(desk),
    ...authorisationHandlers(desk),
    ...signedCopyHandlers(desk),
    ...standingCopyHandlers(desk, around.typeface, around.save),
    ...followUpHandlers(desk),
    ...storedMethodHandlers(desk),
    ...waiverHandlers(desk),
    ...approvalHandlers(desk),
    ...runHandlers(desk),
    ...planHandlers(desk, offers),
    ...hardshipCaseHandlers(desk),
    ...collectionsHandlers(desk),
    ...screeningHandlers(desk),
    ...programmeHandlers(desk),
    ...applicationHandlers(desk),
    ...planChangeHandlers(desk, offers),
    ...documentHandlers(desk, around),
    ...letterHandlers(desk, around),
    ...hardshipWorkHandlers(desk),
    ...receiptHandlers(desk, around.typeface, around),
    ...writtenCopyHandlers(desk, around.typeface, around.save),
    ...planCopyHandlers(desk, offers, around.typeface, around.save),
    ...hardshipPlanHandlers(desk, around.typeface, around.save),
    ...searchHandlers(desk),
    ...exceptionQueueHandlers(desk),
    ...reconciliationHandlers(desk),
    ...exportHandlers(desk, around.typeface, around.choosePlace),
    ...floorHandlers(desk),
    ...linkHandlers(desk),
    ...trailHandlers(desk, around.choosePlace),
  };
  return audited(handlers, desk.audit);
}
