/** The most digits in a row, a date's, and in all: a routing number has nine, an account up to 17, a card 13 to 19. */
const DIGITS_IN_A_ROW = 8;
const DIGITS_IN_ALL = 12;

/**
 * Whether a text can be the reference of a recording: a prefix of letters, then one to four groups of capital
 * letters and digits, each after a hyphen (`REC-C-4XK7`, `REC-20261124-0042`). Nothing that is a card number or a
 * bank account is one, however it is cut, nor is a word.
 */
export function isRecordingReference(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return (
    /^[A-Z]{1,6}(-[A-Z0-9]{1,12}){1,4}$/.test(text) &&
    digits.length <= DIGITS_IN_ALL &&
    !new RegExp(`\\d{${DIGITS_IN_A_ROW + 1}}`).test(text)
  );
}
