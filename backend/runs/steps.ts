import { postCards } from './cards/post.ts';
import { settleCards } from './cards/settle.ts';
import type { RunStep } from './run-step.ts';

/** Everything that is done unasked on a business day, in the order in which a region's day takes it. */
export const runSteps: readonly RunStep[] = [postCards, settleCards];
