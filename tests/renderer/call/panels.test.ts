import { expect, it } from 'vitest';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { keptIn, panelsFor } from '../../../renderer/call/kept/panels.ts';
import { aCall, guest, marisol, verified } from './a-call.ts';

const kept = (kind: KeptOnCall['kind'], guarantorId: string) =>
  ({ kind, record: { guarantorId } }) as unknown as KeptOnCall;

it('a verified caller may be helped in every way, a guest pays or leaves word, anybody else neither', () => {
  expect(panelsFor(aCall({ verification: verified }))).toEqual([
    'pay',
    'plan',
    'promise',
    'referral',
    'wire',
    'other',
    'note',
    'schedule',
  ]);
  expect(panelsFor(aCall({ verification: guest }))).toEqual(['pay', 'note']);
  expect(panelsFor(aCall())).toEqual([]);
});

it('a call that was turned to another patient shows nothing of what was noted for the first', () => {
  const patient = { ...marisol, guarantorId: '300441207' } as typeof marisol;
  const all = [kept('promise', '300500012'), kept('promise', '300441207'), kept('referral', 'x')];
  expect(keptIn(aCall({ patient, kept: all }), 'promise')).toEqual([all[1]]);
});
