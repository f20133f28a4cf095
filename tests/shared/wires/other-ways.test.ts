import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { waysToPay } from '#shared/organization/ways-to-pay.ts';
import { OtherWay, otherWayValues, usualOtherDays } from '#shared/wires/other-ways.ts';
import { lastWaitedFor } from '#shared/wires/policy.ts';
import { createWords } from '#shared/words/words.ts';

const numbers = { guarantorId: '300100014', billPayNumber: '8015550142' };
const day = (text: string) => text as CalendarDate;

function words(language: 'en' | 'es', way: OtherWay, region: RegionCode) {
  const values = otherWayValues(region, numbers);
  return createWords(language).t(`spoken:ways.${way}`, {
    ...values,
    billPayNumber: values.billPayNumber ?? '',
  });
}

describe('the other ways to pay', () => {
  it('are said whole in each language and region, without a word of a charge or a stale number', () => {
    const stale = organization.lines.filter(line => line.stale).map(line => line.number);
    expect(stale.length).toBeGreaterThan(0);
    for (const region of RegionCode.options) {
      for (const way of OtherWay.options) {
        for (const language of ['en', 'es'] as const) {
          const said = words(language, way, region);
          expect(said).not.toMatch(/\{\{|undefined|charg|cobr|cargo/i);
          for (const number of stale) expect(said).not.toContain(number);
        }
      }
    }
  });

  it('name the line of the region where it has one of its own', () => {
    expect(waysToPay('WA').line).toBe('1-800-442-4014');
    expect(waysToPay('NCAL').line).toBe('1-800-790-4661');
    expect(words('en', 'in_person', 'WA')).toContain('Washington');
  });

  it('are expected when they can be there: mail after five to seven business days', () => {
    const today = day('2026-11-20');
    expect(usualOtherDays('mail', today)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
    expect(usualOtherDays('app', today)[0]).toBe('2026-11-20');
  });

  it('are waited for as long as the policy of each says, holidays left out', () => {
    expect(lastWaitedFor('wire', day('2026-11-18'))).toBe('2026-11-25');
    expect(lastWaitedFor('app', day('2026-11-25'))).toBe('2026-12-01');
    expect(lastWaitedFor('mail', day('2026-11-18'))).toBe('2026-12-03');
  });
});
