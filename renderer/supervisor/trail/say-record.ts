/** What stands in the trail as `payment_moved`, as a person reads it: `Payment moved`. */
export function sayWord(word: string): string {
  const words = word.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whoever did it: a user as they sign in, or what did it by itself (`run card_posting`): `Run card posting`. */
export function sayUser(user: string): string {
  const isOne = !user.includes(' ') || user.startsWith('database ');
  return isOne ? user : sayWord(user);
}

const moment = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** To the second, on the clock of the reader: the trail is one over all regions. */
export const showInstant = (at: string): string => moment.format(Date.parse(at));

const whole = new Intl.NumberFormat('en-US');

export const showCount = (count: number): string => whole.format(count);

/** Seconds with a tenth: `4.2`. */
export const showSeconds = (ms: number): string => (ms / 1000).toFixed(1);
