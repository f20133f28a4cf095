import { expect, test } from 'vitest';
import { createWords } from '#shared/words/words.ts';
import { sayEvent } from '../../../renderer/hardship/say-event.ts';

const words = createWords('en');

test.each([
  ['plan_changed', { change: 'recast' }, 'Plan changed: other terms'],
  ['plan_changed', { change: 'pay_off' }, 'Plan changed: what pays it off is billed'],
  ['plan_copy_sent', { way: 'email' }, 'Written copy of a plan: by e-mail'],
  ['plan_agreed', { levelCents: 5353, payments: 24 }, 'Plan agreed: $53.53 a month, 24 payments'],
  ['something_new', {}, 'Noted: something new'],
])('%s with %j is read as it is said', (kind, detail, sentence) => {
  expect(sayEvent(words, { kind, detail })).toBe(sentence);
});
