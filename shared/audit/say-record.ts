import { readCode, sayCode } from '../words/say-code.ts';

const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What stands in the trail as `payment_moved`, as a person reads it: `Payment moved`. */
export const sayWord = (word: string): string => begun(readCode(word));

/** What came of it; a search that named nobody has no other outcome. */
export const sayOutcome = (outcome: string): string =>
  outcome === 'nobody' ? 'Nobody named' : sayWord(outcome);

/** What was done; of a look at a patient in the words of the access review, of what a desk noted with that at its end. */
export function sayAction(action: string): string {
  if (action.startsWith('access_')) return begun(sayCode('looks', action.slice('access_'.length)));
  return sayWord(action.replace(/^desk_(.*)$/, '$1 (desk)'));
}

/** Whoever did it: a user as they sign in, or what did it by itself (`run card_posting`): `Run card posting`. */
export function sayUser(user: string): string {
  const isOne = !user.includes(' ') || user.startsWith('database ');
  return isOne ? user : sayWord(user);
}
