import { expect, it } from 'vitest';
import { isTyped, keycaps, keyNameOf } from '../../../renderer/parts/key-name.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}, code = '') =>
  keyNameOf({
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
    key,
    code,
  } as KeyboardEvent);

it('names a key press as bindings write it', () => {
  expect(press('F6')).toBe('F6');
  expect(press('Escape')).toBe('Escape');
  expect(press('k', { ctrlKey: true })).toBe('Ctrl+K');
  expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
});

it('takes Command for Ctrl, and a digit wherever the layout puts it', () => {
  expect(press('Enter', { metaKey: true })).toBe('Ctrl+Enter');
  expect(press('&', {}, 'Digit1')).toBe('1');
  expect(press('3', {}, 'Numpad3')).toBe('3');
});

it('knows which keys a person who types would miss', () => {
  expect(isTyped('1')).toBe(true);
  expect(isTyped('Ctrl+1')).toBe(false);
  expect(isTyped('F2')).toBe(false);
});

it('prints Escape as it stands on the keyboard', () => {
  expect(keycaps('Escape')).toEqual(['Esc']);
  expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Enter']);
});
