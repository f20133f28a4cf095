/** What makes a spreadsheet take a cell for a formula, also after blanks, and in the wide forms of East Asian input. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
/** Control characters at the beginning are left out by some, who then look at what follows. */
const control = /^[\t\r\n]/;

/**
 * Text as a cell of a CSV that a spreadsheet may open: what it would reckon as a formula gets an apostrophe before
 * it, which shows it as text. For text only: a negative amount is a number. Source: OWASP, CSV Injection.
 */
export function neutralText(text: string): string {
  return formula.test(text) || control.test(text) ? `'${text}` : text;
}
