import { describe, expect, it } from 'vitest';
import type { ExpectedWire } from '#shared/billing/expected-wire.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { usualPromiseDays, usualWireDays } from '#shared/calendar/usual-days.ts';
import { cents } from '#shared/money/cents.ts';
import { wireValues } from '#shared/wires/words.ts';
import { createWords } from '#shared/words/words.ts';

const today = '2026-11-21' as CalendarDate;
const wire = {
  reference: '8015550142K7XR4T',
  amountCents: cents(31_240),
  expectedOn: '2026-11-25' as CalendarDate,
} as ExpectedWire;

describe('what is said about a wire', () => {
  it('spells the reference out, group by group', () => {
    const { spelled, date, amount } = wireValues('en', wire, today);
    expect(spelled).toBe(
      'eight zero one, five five five, zero one four two, Kilo seven X-ray, Romeo four Tango',
    );
    expect([date, amount]).toEqual(['November 25', '$312.40']);
    expect(wireValues('es', wire, today).spelled).toMatch(/^ocho cero uno, cinco cinco cinco/);
  });

  it('never speaks of a charge or of anything paid, in neither language', () => {
    for (const language of ['en', 'es'] as const) {
      const words = createWords(language).t('spoken:kept.wire', wireValues(language, wire, today));
      expect(words).not.toMatch(/charg|paid|pay\b|cobr|pag(o|ad|ue)/i);
      expect(words).toContain('$312.40');
    }
  });
});

describe('the days that are offered', () => {
  it('for a promise are those of paydays, and the last that is allowed', () => {
    expect(usualPromiseDays(today)).toEqual([
      '2026-11-28',
      '2026-12-01',
      '2026-12-05',
      '2026-12-15',
      '2026-12-21',
    ]);
  });

  it('for a wire are the next on which the banks are open', () => {
    expect(usualWireDays(today)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(usualWireDays('2026-11-25' as CalendarDate)).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ]);
  });
});
