const without: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'ae',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ð: 'd',
  Ð: 'D',
};

/**
 * What a name is searched by: its letters and digits, without case or accents. The backend's `name_key`
 * says the same of every name, so that the desk's copy finds whom the backend would find.
 */
export function nameKey(name: string): string {
  return name
    .replace(/[ßæÆ]/g, letter => without[letter] ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øØłŁđĐıħĦðÐ]/g, letter => without[letter] ?? '')
    .replace(/[ʻʼ]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
