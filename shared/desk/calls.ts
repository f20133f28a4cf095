import type { z } from 'zod';
import { afterPaymentCalls } from './after-payment-calls.ts';
import { applicationCalls } from './application-calls.ts';
import { approvalCalls } from './approval-calls.ts';
import { arrivalCalls } from './arrival-calls.ts';
import { authorisationCalls } from './authorisation-calls.ts';
import { callCalls } from './call-calls.ts';
import { closedCaseCalls } from './closed-case-calls.ts';
import { collectionsCalls } from './collections-calls.ts';
import { documentCalls } from './document-calls.ts';
import { exceptionCalls } from './exception-calls.ts';
import { exceptionQueueCalls } from './exception-queue-calls.ts';
import { exportCalls } from './export-calls.ts';
import { floorCalls } from './floor-calls.ts';
import { followUpCalls } from './follow-up-calls.ts';
import { hardshipCaseCalls } from './hardship-case-calls.ts';
import { hardshipPlanCalls } from './hardship-plan-calls.ts';
import { hardshipWorkCalls } from './hardship-work-calls.ts';
import { letterCalls } from './letter-calls.ts';
import { linkCalls } from './link-calls.ts';
import { outboxCalls } from './outbox-calls.ts';
import { paymentCalls } from './payment-calls.ts';
import { planCalls } from './plan-calls.ts';
import { planChangeCalls } from './plan-changes-calls.ts';
import { programmeCalls } from './programme-calls.ts';
import { reconciliationCalls } from './reconciliation-calls.ts';
import type { Reply } from './refusal.ts';
import { runCalls } from './run-calls.ts';
import { screeningCalls } from './screening-calls.ts';
import { searchCalls } from './search-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { storedMethodCalls } from './stored-method-calls.ts';
import { syncCalls } from './sync-calls.ts';
import { trailCalls } from './trail-calls.ts';
import { waiverCalls } from './waiver-calls.ts';

/** Every call through the door. Each has exactly one handler; a test walks them. */
export const deskCalls = {
  ...sessionCalls,
  ...callCalls,
  ...paymentCalls,
  ...exceptionCalls,
  ...outboxCalls,
  ...arrivalCalls,
  ...syncCalls,
  ...afterPaymentCalls,
  ...authorisationCalls,
  ...followUpCalls,
  ...storedMethodCalls,
  ...waiverCalls,
  ...approvalCalls,
  ...runCalls,
  ...planCalls,
  ...hardshipCaseCalls,
  ...collectionsCalls,
  ...screeningCalls,
  ...programmeCalls,
  ...applicationCalls,
  ...planChangeCalls,
  ...documentCalls,
  ...letterCalls,
  ...hardshipPlanCalls,
  ...hardshipWorkCalls,
  ...closedCaseCalls,
  ...searchCalls,
  ...exceptionQueueCalls,
  ...reconciliationCalls,
  ...exportCalls,
  ...floorCalls,
  ...linkCalls,
  ...trailCalls,
};

export type CallName = keyof typeof deskCalls;
export type CallInput<Name extends CallName> = z.output<(typeof deskCalls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<(typeof deskCalls)[Name]['output']>;

/** How a page asks: the one function its preload gives it. */
export type Ask = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Reply<CallOutput<Name>>>;

/** What the main process tells pages without being asked: that something may be read again. */
export const deskEvents = [
  'desk',
  'call',
  'balance',
  'capture.reset',
  'documents',
  'changes',
  'exports',
  'link',
] as const;
export type DeskEvent = (typeof deskEvents)[number];

/** How a page hears of events; gives the function that stops listening. */
export type Listen = (event: DeskEvent, heard: () => void) => () => void;

/** What a preload puts on `window.desk`. */
export interface DeskBridge {
  readonly ask: Ask;
  readonly listen: Listen;
}
