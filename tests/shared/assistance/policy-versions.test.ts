import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { policiesAtOnce, policyInForce } from '#shared/assistance/policy-versions.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';

const day = (text: string) => text as CalendarDate;
const version = (region: RegionCode, from: string, until: string | null) => ({
  region,
  effectiveFrom: day(from),
  effectiveUntil: until === null ? null : day(until),
});

const first = version('NCAL', '2026-01-01', '2026-12-31');
const second = version('NCAL', '2027-01-01', null);
const elsewhere = version('WA', '2026-01-01', null);

test.each([
  ['2025-12-31', undefined],
  ['2026-01-01', first],
  ['2026-12-31', first],
  ['2027-01-01', second],
  ['2031-07-04', second],
])('on %s the version of that day is in force, whatever their order', (on, expected) => {
  for (const versions of [
    [first, second, elsewhere],
    [elsewhere, second, first],
  ]) {
    expect(policyInForce(versions, 'NCAL', day(on))).toBe(expected);
  }
});

test('a gap between two versions is not bridged by either of them', () => {
  const late = version('NCAL', '2027-02-01', null);
  expect(policyInForce([first, late], 'NCAL', day('2027-01-31'))).toBeUndefined();
  expect(policyInForce([first, late], 'NCAL', day('2027-02-01'))).toBe(late);
});

test('two versions that hold on one day are found out, in one region only', () => {
  expect(policiesAtOnce([first, second, elsewhere])).toBeUndefined();
  expect(policiesAtOnce([first, version('NCAL', '2026-12-31', null)])).toEqual({
    region: 'NCAL',
    on: '2026-12-31',
  });
  expect(policiesAtOnce([second, version('NCAL', '2026-06-01', '2028-01-01')])).toBeDefined();
  expect(policiesAtOnce([first, first])).toBeDefined();
});

test('every file of a policy is one version of the region it is named after', () => {
  const files = readdirSync('shared/assistance/policies');
  expect(files.length).toBeGreaterThanOrEqual(RegionCode.options.length);
  for (const file of files) {
    const [, region = '', year] = /^([a-z]+)-(\d{4})\.json$/.exec(file) ?? [];
    const code = RegionCode.parse(region.toUpperCase());
    expect(assistancePolicy(code, day(`${year}-12-31`))?.effectiveFrom.slice(0, 4), file).toBe(
      year,
    );
  }
});
