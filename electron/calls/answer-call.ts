import type { i18n } from 'i18next';
import { JournalFailed } from '#db/failures.ts';
import { access, mayUse } from '#shared/access/table.ts';
import type { DeskCall } from '#shared/desk/call.ts';
import { type CallName, deskCalls } from '#shared/desk/calls.ts';
import type { RefusalReason, Reply } from '#shared/desk/refusal.ts';
import { isPlainText } from '#shared/text/plain-text.ts';
import type { LocalAudit } from '../audit/local-audit.ts';
import { Refused } from '../desk/refused.ts';
import type { Session } from '../session/session.ts';
import type { Handlers } from './handlers.ts';

export interface Door {
  readonly handlers: Handlers;
  readonly session: Pick<Session, 'user' | 'isLocked'>;
  readonly words: i18n;
  readonly audit: LocalAudit;
  /** Hears of failures nobody foresaw; gets the call's name, never its input. */
  readonly onFailure: (name: string, failure: unknown) => void;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(deskCalls, name);
}

/** Refuses what this page or this role may never ask for, and writes down that it was tried (PCI DSS 10.2.1.4). */
function turnAway(
  door: Door,
  reason: 'wrong_page' | 'not_allowed',
  name: CallName,
  userId: string | undefined,
): never {
  const entry = { subjectKind: 'desk', subject: `${name} ${reason}` } as const;
  door.audit.write({ ...entry, action: 'turned_away', userId: userId ?? null });
  throw new Refused(reason);
}

/** Everything that is checked before a handler runs: page, session, lock, role, shape. */
function checked(door: Door, page: string | undefined, name: unknown, input: unknown) {
  if (!isCallName(name)) throw new Refused('bad_input');
  const declared: DeskCall = deskCalls[name];
  const allowed = access.calls[name];
  const user = door.session.user();
  if (declared.page !== page) turnAway(door, 'wrong_page', name, user?.userId);
  if (allowed !== 'anyone' && !user) throw new Refused('signed_out');
  if (Array.isArray(allowed) && door.session.isLocked()) throw new Refused('locked');
  if (!mayUse(allowed, user?.role)) turnAway(door, 'not_allowed', name, user?.userId);
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
