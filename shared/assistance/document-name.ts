const LONGEST = 120;

/**
 * The name a document is kept under, out of whatever a file is called: no folder, no control character, nothing
 * that turns the direction of writing and hides an ending, at most 120 characters with the ending kept.
 */
export function documentName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Surrogate}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length));
  return `${stem.slice(0, LONGEST - ending.length).join('')}${ending}` || 'document';
}
