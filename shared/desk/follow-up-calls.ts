import { z } from 'zod';
import { FollowUpDone, followUpRoutes } from '../contract/follow-ups.ts';
import { call } from './call.ts';

const id = z.uuid();

/** What came back and a representative calls about. Nothing of it is kept at the desk. */
export const followUpCalls = {
  'followUps.list': call({ input: z.null(), output: followUpRoutes.followUps.reply }),
  'followUps.count': call({ input: z.null(), output: followUpRoutes.followUpCount.reply }),
  'followUps.take': call({
    input: z.strictObject({ id }),
    output: followUpRoutes.takeFollowUp.reply,
  }),
  'followUps.putBack': call({
    input: z.strictObject({ id }),
    output: followUpRoutes.putBackFollowUp.reply,
  }),
  /** Says what was done; it leaves the list. */
  'followUps.finish': call({
    input: z.strictObject({ id, done: FollowUpDone }),
    output: followUpRoutes.finishFollowUp.reply,
  }),
};
