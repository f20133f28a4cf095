import type { PaidBy } from '#shared/authorisations/agreement.ts';
import { useKept } from '../../desk/kept.ts';

/** What was last taken for payments to come on a call: the words to say while it is typed follow it. */
export const useTaken = (callId: string) => useKept<PaidBy>(`${callId}:schedule:taken`, 'card');
