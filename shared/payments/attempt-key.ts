import { z } from 'zod';

/** The idempotency key of one payment attempt, a UUIDv7 minted when the representative confirms. */
export const AttemptKey = z.uuidv7().brand<'AttemptKey'>();
export type AttemptKey = z.infer<typeof AttemptKey>;
