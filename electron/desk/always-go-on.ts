import { logFailure } from '../log/log.ts';

/** A lock is a lock, and a date a date, even when the journal cannot be told of it. */
export function alwaysGoOn(what: string, run: () => void): void {
  try {
    run();
  } catch (failure) {
    logFailure(what, failure);
  }
}
