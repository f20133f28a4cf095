import { z } from 'zod';
import { AttemptKey } from '../payments/attempt-key.ts';
import { call } from './call.ts';

/** A link to a payment that this desk was asked to open by the operating system. */
export const linkCalls = {
  /**
   * What is to be opened, once: a second question has no answer. `strange` is a link that leads to no
   * payment, `not_yours` one that whoever is signed in may not follow.
   */
  'links.take': call({
    input: z.null(),
    output: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('payment'), key: AttemptKey }),
        z.object({ kind: z.enum(['strange', 'not_yours']) }),
      ])
      .nullable(),
  }),
};
