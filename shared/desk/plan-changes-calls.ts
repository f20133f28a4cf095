import { z } from 'zod';
import { AgreedPlan } from '../plans/agreed.ts';
import { PlanChangeOffer, PlanChangeWish } from '../plans/change.ts';
import { CopyWay } from '../plans/offer.ts';
import { call } from './call.ts';

/** A counselor's case; null on the call that is open. */
const caseId = z.uuid().nullable();
const changeId = z.uuid();

/** Changes of plans. None of it is kept for later at this desk: without the backend it is refused. */
export const planChangeCalls = {
  /** The page mints the id and keeps it with what is read aloud of the change. */
  'planChanges.offer': call({
    input: z.strictObject({ changeId, caseId, planId: z.uuid(), wish: PlanChangeWish }),
    output: PlanChangeOffer,
  }),
  'planChanges.copy': call({
    input: z.strictObject({ changeId, caseId, way: CopyWay }),
    output: PlanChangeOffer,
  }),
  /** Asked again under the same id it changes nothing a second time. */
  'planChanges.agree': call({
    input: z.strictObject({
      changeId,
      caseId,
      language: z.enum(['en', 'es']),
      /** Where the yes is recorded; on a call its own recording, whatever is said here. */
      recordingReference: z.string().trim().min(1).max(40).nullable(),
    }),
    output: AgreedPlan,
  }),
};
