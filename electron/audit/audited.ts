import type { Caller, Handlers } from '../calls/handlers.ts';
import { auditedCalls } from './audited-calls.ts';
import type { AuditEntry, LocalAudit } from './local-audit.ts';

type AnyHandler = (input: unknown, caller: Caller | undefined) => unknown;

interface AnyRule {
  done(input: unknown, output: unknown, who: string | null): AuditEntry[];
  refused?(input: unknown, who: string | null): AuditEntry[];
}

function auditedHandler(handle: AnyHandler, rule: AnyRule, { write }: LocalAudit): AnyHandler {
  return async (input, caller) => {
    const who = caller?.userId ?? null;
    let output: unknown;
    try {
      output = await handle(input, caller);
    } catch (failure) {
      rule.refused?.(input, who).forEach(write);
      throw failure;
    }
    // What cannot be written down is not given out: the answer comes after its row.
    rule.done(input, output, who).forEach(write);
    return output;
  };
}

/** The same handlers; those of the table of audited calls leave their row in the journal. */
export function audited(handlers: Handlers, audit: LocalAudit): Handlers {
  const wrapped = Object.entries(auditedCalls).map(([name, rule]) => [
    name,
    auditedHandler(
      handlers[name as keyof typeof auditedCalls] as AnyHandler,
      rule as AnyRule,
      audit,
    ),
  ]);
  return { ...handlers, ...Object.fromEntries(wrapped) };
}
