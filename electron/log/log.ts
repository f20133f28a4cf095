import { redact } from './redact.ts';

/** Writes one line of what happened to standard error: the event's name and codes, never anybody's data. */
export function log(event: string, about = ''): void {
  // The time stands before what is redacted: its digits would pass for somebody's number.
  const line = `${new Date().toISOString()} ${redact(`${event} ${about}`.trimEnd())}`;
  process.stderr.write(`${line}\n`);
}

/**
 * A failure nobody foresaw: its name, its code and where in our code it happened. Its message stays out:
 * what cannot be parsed is quoted there.
 */
export function logFailure(where: string, failure: unknown): void {
  const { name = typeof failure, code, stack } = Object(failure);
  const place = String(stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 3)
    .map(line => line.trim());
  log('failure', [where, name, code, ...place].filter(Boolean).join(' '));
}
