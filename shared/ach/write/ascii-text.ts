/** Letters that do not come apart into a plain one and its mark. */
const plain: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  '’': "'",
};

/** A name in the characters an ACH record may hold, without marks, cut to what its field has room for. */
export function asciiText(text: string, length: number): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/gu, letter => plain[letter] ?? ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, length);
}
