import { redact } from './redact.ts';

/** Writes one line of what happened to standard error: the event's name and codes, never anybody's data. */
export function log(event: string, about = ''): void {
  // The time stands before what is redacted: its digits would pass for somebody's number.
  const line = `${new Date().toISOString()} ${redact(`${event} ${about}`.trimEnd())}`;
  process.stderr.write(`${line}\n`);
}

/** A failure nobody foresaw: its name and where in our code it happened, not its message's data. */
export function logFailure(where: string, failure: unknown): void {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const place = error.stack
    ?.split('\n')
    .find(line => line.trimStart().startsWith('at '))
    ?.trim();
  log('failure', `${where} ${error.name}: ${error.message.slice(0, 300)} ${place ?? ''}`);
}
