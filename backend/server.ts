import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type pg from 'pg';
import { accessReviewRoutes } from './access-review/routes.ts';
import { followUpRoutes } from './ach/follow-ups/routes.ts';
import { returnRateRoutes } from './ach/rates/routes.ts';
import { afterPaymentRoutes } from './after-payment/routes.ts';
import { approvalRoutes } from './approvals/routes.ts';
import { arrivalRoutes } from './arrivals/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import type { Signer } from './audit/signing-key.ts';
import type { AuditVerifier } from './audit/verification/verifier.ts';
import { authorisationRoutes } from './authorisations/routes.ts';
import { balanceRoutes } from './balance/routes.ts';
import { handedAccessRoutes } from './calls/handed-accesses.ts';
import { callRecordRoutes } from './calls/routes.ts';
import { changeRoutes } from './changes/routes.ts';
import { collectionsRoutes } from './collections/routes.ts';
import type { Database } from './database/connect.ts';
import { eventRoutes } from './events/routes.ts';
import type { Streams } from './events/streams.ts';
import { exceptionQueueRoutes } from './exceptions/queue/routes.ts';
import { exceptionRoutes } from './exceptions/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { floorRoutes } from './floor/routes.ts';
import { applicationRoutes } from './hardship/applications/routes.ts';
import { documentRoutes } from './hardship/documents/routes.ts';
import { assistanceLetterRoutes } from './hardship/letters/routes.ts';
import { programmeRoutes } from './hardship/programmes/routes.ts';
import { hardshipCaseRoutes } from './hardship/routes.ts';
import { screeningRoutes } from './hardship/screening/routes.ts';
import { hardshipWorkRoutes } from './hardship/work-routes.ts';
import { describeApi } from './http/openapi.ts';
import { answerUnreadable, answerWithProblems, type InternalFault } from './http/problems.ts';
import { prepareToServe } from './http/serve.ts';
import { keptRoutes } from './kept/routes.ts';
import { patientRoutes } from './patients/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { hardshipPlanRoutes } from './plans/case-routes.ts';
import { planChangeRoutes } from './plans/change-routes.ts';
import { planRoutes } from './plans/routes.ts';
import { noticeRoutes } from './processor/notices.ts';
import type { CardProcessor } from './processor/port.ts';
import type { Post } from './receipts/post.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { refundRoutes } from './refunds/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { paymentSearchRoutes } from './search/routes.ts';
import { sessionRoutes } from './sign-in/routes.ts';
import { callerByToken } from './sign-in/sessions.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { storedMethodRoutes } from './stored-methods/routes.ts';
import type { BankVault } from './vault/bank-vault.ts';
import type { DocumentVault } from './vault/document-vault.ts';
import { vaultRoutes } from './vault/routes.ts';
import { verificationRoutes } from './verification/routes.ts';
import { waiverRoutes } from './waivers/routes.ts';

/** Everything the server is built from; it keeps no state of its own but its open lines. */
export interface BackendParts {
  readonly db: Database;
  /** Few connections of their own: desks that copy wait for each other, and no payment for them. */
  readonly feedDb: Database;
  /** For exports of the audit trail, each of which holds a connection for as long as it takes. */
  readonly auditPool: pg.Pool;
  /** Verifies the trail beside the server. */
  readonly verifier: AuditVerifier;
  readonly processor: CardProcessor;
  /** Signs for this server; without one nothing is signed here. */
  readonly signer?: Signer | undefined;
  readonly vault: BankVault;
  readonly documentVault: DocumentVault;
  readonly signIn: SignIn;
  /** Takes receipts to people. */
  readonly post: Post;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How far that is ahead of the real time, in milliseconds; 0 but in a sandbox that was moved. */
  readonly ahead: () => number;
  /** Shared with the processor: signs what it says unasked. */
  readonly noticeSecret: string;
  /** How long a claimed payment is left to whoever claimed it. */
  readonly leaseMs: number;
  /** The desks that listen at this server. */
  readonly streams: Streams;
  readonly sandbox: boolean;
  readonly report: (fault: InternalFault) => void;
}

/** The largest request there is: a call record with notes and follow-ups. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** The billing server, not yet listening. */
export async function buildServer(parts: BackendParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnreadable,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerWithProblems(app, parts.report);
  prepareToServe(app, (token, address) => callerByToken(parts.db, token, address, parts.clock()));
  await describeApi(app);
  sessionRoutes(app, parts);
  patientRoutes(app, parts);
  verificationRoutes(app, parts);
  balanceRoutes(app, parts);
  vaultRoutes(app, parts);
  paymentRoutes(app, parts);
  exceptionRoutes(app, parts);
  callRecordRoutes(app, parts);
  handedAccessRoutes(app, parts);
  changeRoutes(app, parts);
  eventRoutes(app, parts);
  keptRoutes(app, parts);
  arrivalRoutes(app, parts);
  afterPaymentRoutes(app, parts);
  refundRoutes(app, parts);
  receiptRoutes(app, parts);
  authorisationRoutes(app, parts);
  waiverRoutes(app, parts);
  approvalRoutes(app, parts);
  followUpRoutes(app, parts);
  returnRateRoutes(app, parts);
  storedMethodRoutes(app, parts);
  runRoutes(app, parts);
  reconciliationRoutes(app, parts);
  floorRoutes(app, parts);
  paymentSearchRoutes(app, parts);
  planRoutes(app, parts);
  hardshipCaseRoutes(app, parts);
  screeningRoutes(app, parts);
  programmeRoutes(app, parts);
  applicationRoutes(app, parts);
  planChangeRoutes(app, parts);
  documentRoutes(app, parts);
  assistanceLetterRoutes(app, parts);
  hardshipPlanRoutes(app, parts);
  collectionsRoutes(app, parts);
  hardshipWorkRoutes(app, parts);
  auditRoutes(app, parts);
  exceptionQueueRoutes(app, parts);
  exportRoutes(app, parts);
  accessReviewRoutes(app, parts);
  noticeRoutes(app, parts);
  return app;
}
