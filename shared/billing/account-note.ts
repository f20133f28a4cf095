import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';

/** A note that stays with the guarantor for whoever takes the next call. */
export const AccountNote = z.strictObject({
  noteId: z.uuid(),
  callId: z.uuid(),
  guarantorId: GuarantorId,
  userId: z.string().min(1).max(64),
  writtenAt: Instant,
  text: z.string().trim().min(1).max(2000),
});
export type AccountNote = z.infer<typeof AccountNote>;
