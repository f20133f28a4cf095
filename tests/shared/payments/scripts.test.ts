import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { confirmationValues, permissionValues } from '#shared/payments/words.ts';
import { createWords } from '#shared/words/words.ts';

const words = createWords('en');
const today = '2026-11-21' as CalendarDate;
const approved = {
  amountCents: cents(31_240),
  confirmation: '7KD-4RX-A3P',
  postingOn: '2026-11-24' as CalendarDate,
};

describe('what is said about a payment', () => {
  it('permission names brand, last four, amount and the end of the account', () => {
    const values = permissionValues('en', { brand: 'visa', last4: '1234' }, cents(31_240), [
      '88-201447',
    ]);
    expect(words.t('spoken:cardPermission', values)).toBe(
      'I have your permission to charge your Visa ending 1234 $312.40 today, for account ending 47?',
    );
  });

  it('several accounts are all named', () => {
    const card = { brand: 'discover', last4: '1117' } as const;
    expect(permissionValues('en', card, cents(100), ['88-201447', '90-117003']).account).toBe(
      '47 and 03',
    );
    expect(permissionValues('es', card, cents(100), ['88-201447', '90-117003']).account).toBe(
      '47 y 03',
    );
  });

  it('the confirmation number is spelled out, with the day it posts', () => {
    expect(confirmationValues('en', approved, today)).toEqual({
      amount: '$312.40',
      spelled: 'seven Kilo Delta, four Romeo X-ray, Alfa three Papa',
      date: 'November 24',
    });
    expect(confirmationValues('es', approved, today)?.date).toBe('24 de noviembre');
  });

  it('without a confirmation there is nothing to read out', () => {
    expect(confirmationValues('en', { ...approved, confirmation: null }, today)).toBeUndefined();
  });
});
