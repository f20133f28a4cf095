import { expect, it } from 'vitest';
import { familyNameParts, familyPartsOfName } from '#shared/access-review/family-names.ts';
import { othersAmong, standsOut } from '#shared/access-review/more-than-others.ts';

it.each([
  ["O'Neil-Đặng", ['oneil', 'dang']],
  ['García López', ['garcia', 'lopez']],
  ['de la Cruz', ['cruz']],
  ['van der Berg', ['berg']],
  ['Ng', ['ng']],
  ['Müller', ['muller']],
  ['Łukasiewicz‐Øst', ['lukasiewicz', 'ost']],
  ['', []],
])('of %s the parts are compared', (name, parts) => {
  expect(familyNameParts(name)).toEqual(parts);
});

it('of somebody who works here everything after the first name counts', () => {
  expect(familyPartsOfName('Rosa Ames')).toEqual(['ames']);
  expect(familyPartsOfName('  Anna  Nguyễn-Smith ')).toEqual(['nguyen', 'smith']);
  expect(familyPartsOfName('Cher')).toEqual([]);
});

const day = (userId: string, looks: number, role = 'representative') => ({ userId, role, looks });

it('many looks stand out against the middle of the others of the role, never against oneself', () => {
  const all = [day('a', 40), day('a', 2), day('b', 4), day('c', 8), day('s', 90, 'supervisor')];
  const othersOf = othersAmong(all);
  expect(othersOf(day('a', 40))).toEqual({ middle: 6, colleagues: 2 });
  expect(standsOut(day('a', 40), othersOf)).toBe(true);
  expect(standsOut(day('c', 8), othersOf)).toBe(false);
  expect(othersOf(day('s', 90, 'supervisor'))).toEqual({ middle: null, colleagues: 0 });
  expect(standsOut(day('x', 9), () => ({ middle: null, colleagues: 0 }))).toBe(false);
  expect(standsOut(day('x', 12), () => ({ middle: 6, colleagues: 3 }))).toBe(false);
});
