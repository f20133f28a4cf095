import { collectAnswers, originateDebits, settleDebits } from './ach/steps.ts';
import { followAssistance } from './assistance/steps.ts';
import { postCards } from './cards/post.ts';
import { settleCards } from './cards/settle.ts';
import { collect } from './collections/step.ts';
import { expirePayments, judgePromises, matchArrivals } from './expected/steps.ts';
import { openHardshipItems } from './hardship/step.ts';
import { sendTheLetters } from './letters/step.ts';
import { billPlans, watchPlans } from './plans/steps.ts';
import { retryDebits, watchReturnRates } from './returns/steps.ts';
import type { RunStep } from './run-step.ts';
import { takePaymentsToCome } from './scheduled/step.ts';
import { eraseAccounts } from './vault/erase.ts';

/** Everything that is done unasked on a business day, in the order in which a region's day takes it. */
export const runSteps: readonly RunStep[] = [
  postCards,
  settleCards,
  collectAnswers,
  settleDebits,
  watchReturnRates,
  matchArrivals,
  expirePayments,
  judgePromises,
  followAssistance,
  billPlans,
  watchPlans,
  collect,
  openHardshipItems,
  takePaymentsToCome,
  retryDebits,
  sendTheLetters,
  originateDebits,
  eraseAccounts,
];
