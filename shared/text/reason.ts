import { z } from 'zod';
import { SHORTEST_REASON } from './shortest-reason.ts';

/** Characters that nobody sees, such as a blank of no width, say nothing. */
const seen = (text: string) => text.replace(/[\p{Cf}\p{Cc}]/gu, '').trim();

/** A reason as the backend takes it: trimmed, and long enough to say something. */
export const Reason = z
  .string()
  .trim()
  .max(500)
  .refine(text => seen(text).length >= SHORTEST_REASON);
