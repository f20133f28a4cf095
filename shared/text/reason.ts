import { z } from 'zod';
import { SHORTEST_REASON } from './shortest-reason.ts';

/** A reason as the backend takes it: trimmed, and long enough to say something. */
export const Reason = z.string().trim().min(SHORTEST_REASON).max(500);
