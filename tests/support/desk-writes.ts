import { expect } from 'vitest';
import type { RefusalReason, Reply } from '#shared/desk/refusal.ts';
import { problems } from '#shared/words/en/problems.ts';
import type { TestDesk } from './test-desk.ts';

const tables = [
  'call',
  'call_event',
  'payment_attempt',
  'attempt_allocation',
  'attempt_state_change',
  'outbox',
];

/** Every row of the journal but the audit: what a refused call must leave as it was. */
export function whatIsWritten({ desk }: TestDesk): Record<string, unknown[]> {
  return Object.fromEntries(
    tables.map(table => [table, desk.journal.prepare(`SELECT * FROM ${table}`).all()]),
  );
}

/** Holds a reply to be a refusal for this reason, in the catalogue's sentence, about this field. */
export function expectRefused(reply: Reply<unknown>, reason: RefusalReason, field?: string): void {
  expect(reply).toEqual({
    ok: false,
    reason,
    message: problems[reason],
    ...(field !== undefined && { field }),
  });
}
