import { z } from 'zod';
import { call } from './call.ts';

export const syncCalls = {
  /** Interrupts the full pull; what came stays. */
  'sync.pause': call({ input: z.null(), output: z.null() }),
  /** Goes on where it was interrupted. */
  'sync.resume': call({ input: z.null(), output: z.null() }),
  /** Forgets the copy and pulls it again; what is unsent is not part of it. */
  'sync.rebuild': call({ input: z.null(), output: z.null() }),
};
