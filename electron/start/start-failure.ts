import { JournalRefused } from '#db/failures.ts';
import { createWords } from '#shared/words/words.ts';
import { NoKeychain } from '../keys/file-key.ts';
import { BadSettings } from './settings.ts';

/** Why the desk does not start, in one sentence that says what to do and where the journal is kept. */
export function startFailure(failure: unknown): { title: string; message: string } {
  const say = createWords('en').getFixedT('en', 'start');
  const title = say('title');
  if (failure instanceof JournalRefused) {
    return { title, message: say(failure.fault, { path: failure.path }) };
  }
  if (failure instanceof NoKeychain) return { title, message: say('noKeychain') };
  if (failure instanceof BadSettings) {
    return { title, message: say('badSettings', { name: failure.message }) };
  }
  const name = failure instanceof Error ? failure.name : 'unknown';
  return { title, message: say('failed', { name }) };
}
