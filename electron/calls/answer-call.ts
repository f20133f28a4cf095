import type { i18n } from 'i18next';
import { JournalFailed } from '#db/failures.ts';
import { access, mayUse } from '#shared/access/table.ts';
import type { DeskCall } from '#shared/desk/call.ts';
import { type CallName, deskCalls } from '#shared/desk/calls.ts';
import type { RefusalReason, Reply } from '#shared/desk/refusal.ts';
import { isPlainText } from '#shared/text/plain-text.ts';
import { Refused } from '../desk/refused.ts';
import type { Session } from '../session/session.ts';
import type { Handlers } from './handlers.ts';

export interface Door {
  readonly handlers: Handlers;
  readonly session: Pick<Session, 'user' | 'isLocked'>;
  readonly words: i18n;
  /** Hears of failures nobody foresaw; gets the call's name, never its input. */
  readonly onFailure: (name: string, failure: unknown) => void;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(deskCalls, name);
}

/** Everything that is checked before a handler runs: page, session, lock, role, shape. */
function checked(door: Door, page: string | undefined, name: unknown, input: unknown) {
  if (!isCallName(name)) throw new Refused('bad_input');
  const declared: DeskCall = deskCalls[name];
  if (declared.page !== page) throw new Refused('wrong_page');
  const allowed = access.calls[name];
  const user = door.session.user();
  if (allowed !== 'anyone' && !user) throw new Refused('signed_out');
  if (Array.isArray(allowed) && door.session.isLocked()) throw new Refused('locked');
  if (!mayUse(allowed, user?.role)) throw new Refused('not_allowed');
  const read = declared.input.safeParse(input);
  if (!read.success) throw new Refused('bad_input', read.error.issues[0]?.path.join('.'));
  if (!isPlainText(read.data)) throw new Refused('bad_input');
  return { name, declared, value: read.data, user };
}

function refusal(door: Door, reason: RefusalReason, field?: string): Reply<never> {
  const message = door.words.t(`problems:${reason}`);
  return { ok: false, reason, message, ...(field ? { field } : {}) };
}

/**
 * Answers one call from a page. `page` is which of our pages the frame belongs to; undefined when it is
 * none of them. Never throws: every failure is a reason from the closed list.
 */
export async function answerCall(
  door: Door,
  page: 'desk' | 'capture' | undefined,
  asked: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    const { name, declared, value, user } = checked(door, page, asked, input);
    const handle = door.handlers[name] as (input: unknown, caller: unknown) => unknown;
    const output = declared.output.safeParse(await handle(value, user));
    if (output.success) return { ok: true, value: output.data };
    door.onFailure(name, output.error);
    return refusal(door, 'internal');
  } catch (failure) {
    if (failure instanceof Refused) return refusal(door, failure.reason, failure.field);
    if (failure instanceof JournalFailed) {
      door.onFailure(String(asked).slice(0, 40), failure);
      return refusal(door, failure.reason === 'disk_full' ? 'disk_full' : 'journal_failed');
    }
    door.onFailure(String(asked).slice(0, 40), failure);
    return refusal(door, 'internal');
  }
}
