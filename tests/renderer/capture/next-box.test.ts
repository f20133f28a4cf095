import { describe, expect, it, test } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { CardEntry, CardField } from '#shared/cards/card-entry.ts';
import { boxAfter } from '../../../renderer/capture/next-box.ts';

const today = '2026-11-21' as CalendarDate;
const nothing: CardEntry = { number: '', expiry: '', securityCode: '', postalCode: '' };
const visa = { ...nothing, number: '4242 4242 4242 4242' };

/** Where the keyboard goes when the last character of a box has just been typed. */
function afterLast(field: CardField, entry: CardEntry): CardField | undefined {
  const before = { ...entry, [field]: entry[field].slice(0, -1) };
  return boxAfter(field, before, entry, today);
}

describe('while a card is read out, the keyboard goes on by itself', () => {
  test.each([
    ['a Visa number', 'number', visa, 'expiry'],
    ['an American Express number', 'number', { ...nothing, number: '3782 822463 10005' }, 'expiry'],
    ['a month of expiry', 'expiry', { ...visa, expiry: '04 / 31' }, 'securityCode'],
    ['a security code', 'securityCode', { ...visa, securityCode: '123' }, 'postalCode'],
  ] as const)('after %s', (_, field, entry, next) => {
    expect(afterLast(field, entry)).toBe(next);
  });

  test.each([
    ['a number with a slip in it', 'number', { ...nothing, number: '4242 4242 4242 4243' }],
    [
      'a number of thirteen digits that may go on',
      'number',
      { ...nothing, number: '4222222222222' },
    ],
    ['a month that is over', 'expiry', { ...visa, expiry: '04 / 20' }],
    ['a code that is too short', 'securityCode', { ...visa, securityCode: '12' }],
    ['the last box', 'postalCode', { ...visa, postalCode: '94612' }],
    ['a box whose next one is filled already', 'number', { ...visa, expiry: '04 / 31' }],
  ] as const)('but stays after %s', (_, field, entry) => {
    expect(afterLast(field, entry)).toBeUndefined();
  });

  it('and stays when a character was taken away', () => {
    expect(boxAfter('number', { ...visa, number: `${visa.number}1` }, visa, today)).toBeUndefined();
  });
});
