const DIVIDER = ' / ';

/**
 * Month and year as `04 / 28` while they are being typed: a month that cannot begin otherwise gets its
 * zero, the divider comes by itself and goes with the digit before it, a year of four digits is cut to two.
 */
export function shapeExpiry(typed: string, before: string): string {
  const digits = typed.replace(/\D/g, '');
  const deleted = typed.length < before.length && before.startsWith(typed);
  if (deleted) {
    const brokeDivider = digits === before.replace(/\D/g, '');
    const left = brokeDivider ? digits.slice(0, -1) : digits;
    return left.length > 2 ? left.slice(0, 2) + DIVIDER + left.slice(2) : left;
  }
  const oneDigitMonth = /^\s*[2-9]|^\s*1\s*\//.test(typed);
  const all = oneDigitMonth ? `0${digits}` : digits;
  const year = /^20\d\d$/.test(all.slice(2)) ? all.slice(4) : all.slice(2, 4);
  if (/^..20\d$/.test(all)) return all.slice(0, 2) + DIVIDER + all.slice(2);
  return all.length < 2 ? all : all.slice(0, 2) + DIVIDER + year;
}
