import { accessReviewRoutes } from './access-review.ts';
import { accessRoutes } from './accesses.ts';
import { afterPaymentRoutes } from './after-payment.ts';
import { applicationDecisionRoutes } from './application-decisions.ts';
import { applicationRoutes } from './applications.ts';
import { approvalRoutes } from './approvals.ts';
import { arrivalRoutes } from './arrivals.ts';
import { assistanceLetterRoutes } from './assistance-letters.ts';
import { assistanceStandingRoutes } from './assistance-standing.ts';
import { auditRoutes } from './audit.ts';
import { auditVerificationRoutes } from './audit-verification.ts';
import { authorisationRoutes } from './authorisations.ts';
import { balanceRoutes } from './balance.ts';
import { callRecordRoutes } from './call-records.ts';
import { changeRoutes } from './changes.ts';
import { closedCaseRoutes } from './closed-cases.ts';
import { collectionsRoutes } from './collections.ts';
import { documentRoutes } from './documents.ts';
import { exceptionQueueRoutes } from './exception-queue.ts';
import { exceptionRoutes } from './exceptions.ts';
import { exportRoutes } from './exports.ts';
import { floorRoutes } from './floor.ts';
import { followUpRoutes } from './follow-ups.ts';
import { hardshipCaseRoutes } from './hardship-cases.ts';
import { hardshipPlanRoutes } from './hardship-plans.ts';
import { hardshipWorkRoutes } from './hardship-work.ts';
import { keptRoutes } from './kept.ts';
import { patientRoutes } from './patients.ts';
import { paymentLifeRoutes } from './payment-life.ts';
import { paymentSearchRoutes } from './payment-search.ts';
import { paymentRoutes } from './payments.ts';
import { planChangeRoutes } from './plan-changes.ts';
import { planRoutes } from './plans.ts';
import { programmeRoutes } from './programmes.ts';
import { reconciliationRoutes } from './reconciliation.ts';
import { refundRoutes } from './refunds.ts';
import { returnRateRoutes } from './return-rates.ts';
import { runRoutes } from './runs.ts';
import { screeningRoutes } from './screening.ts';
import { sessionRoutes } from './session.ts';
import { storedMethodRoutes } from './stored-methods.ts';
import { traceRoutes } from './traces.ts';
import { vaultRoutes } from './vault.ts';
import { verificationRoutes } from './verifications.ts';
import { waiverRoutes } from './waivers.ts';

/** Every route there is. The server serves exactly these; a test walks them. */
export const routes = {
  ...sessionRoutes,
  ...patientRoutes,
  ...verificationRoutes,
  ...balanceRoutes,
  ...vaultRoutes,
  ...paymentRoutes,
  ...exceptionRoutes,
  ...callRecordRoutes,
  ...accessRoutes,
  ...changeRoutes,
  ...keptRoutes,
  ...arrivalRoutes,
  ...auditRoutes,
  ...auditVerificationRoutes,
  ...accessReviewRoutes,
  ...afterPaymentRoutes,
  ...refundRoutes,
  ...traceRoutes,
  ...authorisationRoutes,
  ...waiverRoutes,
  ...approvalRoutes,
  ...followUpRoutes,
  ...returnRateRoutes,
  ...storedMethodRoutes,
  ...runRoutes,
  ...reconciliationRoutes,
  ...planRoutes,
  ...hardshipCaseRoutes,
  ...collectionsRoutes,
  ...screeningRoutes,
  ...programmeRoutes,
  ...applicationRoutes,
  ...planChangeRoutes,
  ...documentRoutes,
  ...assistanceLetterRoutes,
  ...hardshipPlanRoutes,
  ...hardshipWorkRoutes,
  ...applicationDecisionRoutes,
  ...paymentSearchRoutes,
  ...closedCaseRoutes,
  ...assistanceStandingRoutes,
  ...paymentLifeRoutes,
  ...exceptionQueueRoutes,
  ...exportRoutes,
  ...floorRoutes,
};

export type RouteName = keyof typeof routes;
