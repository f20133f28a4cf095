import { z } from 'zod';
import { ArrivalAssignment, arrivalRoutes } from '../contract/arrivals.ts';
import { call } from './call.ts';

/** Money that arrived by itself, as a supervisor sees it. */
export const arrivalCalls = {
  /** Posts it to a guarantor by hand, once. */
  'arrivals.assign': call({
    input: ArrivalAssignment.extend({ arrivalId: z.uuid() }),
    output: arrivalRoutes.assignArrival.reply,
  }),
};
