import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** One's own may be tried again by oneself; anybody's by a supervisor, also what is nobody's any more. */
function mayRetry({ userId, role }: Caller, entry: { readonly userId: string | null }): boolean {
  return role === 'supervisor' || entry.userId === userId;
}

/** What this desk still owes the backend. */
export function outboxHandlers(desk: DeskParts): SomeHandlers<'outbox.list' | 'outbox.retry'> {
  return {
    'outbox.list': (_input, caller) => ({
      items: desk.outbox
        .waiting()
        .map(({ userId, ...item }) => ({ ...item, mayRetry: mayRetry(caller, { userId }) })),
    }),

    'outbox.retry'({ entryId }, caller) {
      const entry = desk.outbox.waiting().find(each => each.entryId === entryId);
      if (!entry) throw new Refused('already_sent');
      if (!mayRetry(caller, entry)) throw new Refused('not_allowed');
      desk.outbox.retry(entryId);
      return null;
    },
  };
}
