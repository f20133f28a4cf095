import { expect, test } from 'vitest';
import { personaFamilies } from '#backend/seed/personas/families.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { asOf, digestOf, seedOf } from './seeds.ts';

test('the same seed gives the same data to the byte', () => {
  expect(digestOf(seedOf(700))).toBe(digestOf(seedOf(700)));
});

// Whoever changes what is drawn or written by hand puts the new digest here; on any other day a
// difference means that the data depends on the machine.
test('the data of seed 1 is the same on every machine', () => {
  expect(digestOf(seedOf(700))).toBe(
    '613ffb729a3015a1fbc3f6c5b945e01685ea559fab0185f00154ec9cc15543d6',
  );
});

test('another seed, or another as-of date, gives other data', () => {
  const digests = [
    seedOf(300),
    seedOf(300, '2'),
    seedOf(300, '1', '2026-11-22' as CalendarDate),
    seedOf(301),
  ].map(digestOf);
  expect(new Set(digests).size).toBe(4);
});

test('a larger seed begins with the families of a smaller one', () => {
  const smaller = seedOf(300);
  const larger = seedOf(900);
  // The last family may have been cut to the patients still wanted.
  const whole = smaller.slice(0, -1);
  expect(digestOf(larger.slice(0, whole.length))).toBe(digestOf(whole));
});

test.each([1, 2, 3, 7, 20, 100, 401])('a seed of %i has exactly so many patients', patients => {
  const members = seedOf(patients).flatMap(family => family.patients);
  expect(members).toHaveLength(patients);
});

test('the hand-written people are the same whatever the seed', () => {
  const [one, other] = ['1', '99'].map(seed => seedOf(80, seed).slice(0, personaFamilies.length));
  expect(one).toHaveLength(personaFamilies.length);
  expect(digestOf(one ?? [])).toBe(digestOf(other ?? []));
});

test('nothing in a seed happens after its as-of date, but for due dates', () => {
  for (const family of seedOf(900)) {
    const dates = [
      ...family.patients.map(patient => patient.birthDate),
      ...family.charges.map(charge => charge.servicedOn),
      ...family.statements.map(statement => statement.issuedOn),
      ...family.payments.flatMap(({ takenAt, postingOn }) => [takenAt.slice(0, 10), postingOn]),
      ...family.entries.map(entry => entry.enteredAt.slice(0, 10)),
    ];
    expect(dates.filter(date => date > asOf)).toEqual([]);
  }
});
