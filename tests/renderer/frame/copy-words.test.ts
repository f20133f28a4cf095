import { expect, it } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { noSync } from '#shared/desk/sync-state.ts';
import { copyWords } from '../../../renderer/frame/copy-words.ts';

const asOf = instantOf(Date.UTC(2026, 10, 21, 14, 2));

it('nothing is said of a copy that nobody has', () => {
  expect(copyWords(noSync).key).toBeUndefined();
});

it('a copy is never called current while the backend is away or its file cannot be written', () => {
  expect(copyWords({ ...noSync, phase: 'behind', asOf })).toEqual({ key: 'behind', asks: true });
  expect(copyWords({ ...noSync, phase: 'current', asOf, trouble: 'disk_full' })).toEqual({
    key: 'disk_full',
    asks: true,
  });
  expect(copyWords({ ...noSync, phase: 'behind' }).key).toBe('behindWithout');
});

it('a pull shows figures as soon as it knows how much there is', () => {
  expect(copyWords({ ...noSync, phase: 'pulling' }).key).toBe('starting');
  expect(copyWords({ ...noSync, phase: 'pulling', done: 12, total: 60 }).key).toBe('pulling');
});
