import { expect, it } from 'vitest';
import { whyLooked } from '#shared/access-review/why-looked.ts';

it.each([
  [null, null],
  ['payment 01a20593-0e79-7540-bb2a-8e7c2b996c01', null],
  ['birth_date', 'date of birth'],
  ['payment search by nothing: all payments', 'payment search: all payments'],
  ['Spoke with Ms. Ach_ison', 'Spoke with Ms. Ach_ison'],
])('why somebody looked, kept as %j, is read as %j', (kept, read) => {
  expect(whyLooked(kept)).toBe(read);
});
