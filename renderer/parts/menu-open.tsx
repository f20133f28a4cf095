import { type KeyBindings, useKeys } from './keys.ts';
import { useOverlay } from './overlays.ts';

const noKeys: KeyBindings = {};

/**
 * Stands in the dropdown of a menu, so that it is there while the menu is open: the card capture makes room,
 * and the keys of the page beneath rest, Escape above all, which closes the menu alone.
 */
export function MenuOpen({ keys = noKeys }: { keys?: KeyBindings }) {
  useOverlay(true);
  useKeys(keys, { alone: true });
  return null;
}
