import { expect, test } from 'vitest';
import { consequenceOf } from '#shared/ach/codes/consequence.ts';
import { returnCodes } from '#shared/ach/codes/return-codes.ts';

test.each([
  ['R01', 'twice', 'goes-on', false, 'ask_again'],
  ['R02', 'never', 'never', true, 'other_account'],
  ['R03', 'never', 'never', true, 'other_account'],
  ['R04', 'never', 'never', true, 'other_account'],
  ['R05', 'never', 'new-authorisation', true, 'new_authorisation'],
  ['R07', 'never', 'new-authorisation', true, 'end_autopay'],
  ['R10', 'never', 'new-authorisation', true, 'escalate'],
  ['R11', 'once-corrected', 'goes-on', false, 'correct_terms'],
  ['R29', 'never', 'new-authorisation', true, 'escalate'],
])(
  '%s: retried %s, account %s, ends autopay %s, to do %s',
  (code, retry, account, endsAutopay, toDo) => {
    expect(consequenceOf(code)).toEqual({ retry, account, endsAutopay, toDo });
  },
);

test('every code has a consequence, and one that does not exist has none', () => {
  for (const code of returnCodes.keys()) expect(consequenceOf(code)).toBeDefined();
  expect(consequenceOf('R99')).toBeUndefined();
});
