import { describe, expect, it } from 'vitest';
import { isRoutingNumber } from '#shared/ach/codes/routing-number.ts';
import { bundledDirectory, nameBankAsTyped } from '#shared/ach/routing-directory.ts';

const everyBank = bundledDirectory.beginningWith('', 1_000);
const typed = (text: string) => nameBankAsTyped(text, bundledDirectory);

describe('the bundled banks', () => {
  it('have numbers that pass every check, each once', () => {
    expect(everyBank.length).toBeGreaterThan(10);
    expect(everyBank.filter(bank => !isRoutingNumber(bank.routingNumber))).toEqual([]);
    expect(new Set(everyBank.map(bank => bank.routingNumber)).size).toBe(everyBank.length);
  });
});

describe('a bank is named while its routing number is typed', () => {
  it.each(everyBank)('$name, at the ninth digit at the latest', bank => {
    const { routingNumber } = bank;
    for (let count = 0; count < 9; count += 1) {
      const soFar = typed(routingNumber.slice(0, count));
      expect(soFar.state).toBe('typing');
    }
    expect(typed(routingNumber)).toEqual({ state: 'named', bank });
    expect(typed(`${routingNumber.slice(0, 4)} ${routingNumber.slice(4)}`)).toEqual({
      state: 'named',
      bank,
    });
  });

  it('early, when no other number begins so, and not on the first digit', () => {
    expect(typed('0699')).toMatchObject({
      state: 'typing',
      bank: { name: 'Peachtree Mill Bank' },
    });
    expect(typed('1299')).toEqual({ state: 'typing', bank: undefined });
    expect(typed('6')).toEqual({ state: 'typing', bank: undefined });
  });

  it.each([
    ['first digits that no bank has', '13'],
    ['first digits that no bank has, to the end', '990000007'],
    ['letters', '12A'],
    ['a tenth digit', '0210000210'],
    ['a wrong check digit', '021000022'],
    ['nothing but zeros', '000000000'],
  ])('never for %s', (_what, text) => {
    expect(typed(text)).toEqual({ state: 'wrong' });
  });

  it('never for a number that passes every check and is nobody’s here', () => {
    expect(typed('011000015')).toEqual({ state: 'unknown' });
  });
});
