import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import type { AuditEntry } from '../local-audit.ts';

/** Who asked; null while nobody has proved who they are. */
type Who = string | null;

interface Rule<Name extends CallName> {
  /** What is written once the call is done. */
  done(input: CallInput<Name>, output: CallOutput<Name>, who: Who): AuditEntry[];
  /** What is written when it was refused. */
  refused?(input: CallInput<Name>, who: Who): AuditEntry[];
}

/** Calls that leave a row in the local audit, each with what it says. */
export type Audited = { readonly [Name in CallName]?: Rule<Name> };

const about =
  (subjectKind: AuditEntry['subjectKind']) =>
  (action: string, subject: string, userId: Who): AuditEntry => ({
    userId,
    action,
    subjectKind,
    subject,
  });
export const session = about('session');
export const record = about('record');
export const payment = about('payment_attempt');
export const desk = about('desk');
