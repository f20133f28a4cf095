import { createContext, useContext, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { isTyped, type KeyName, keyNameOf } from './key-name.ts';

export interface KeyBinding {
  /** What the key does, from the catalogue; shown in the bottom bar, in help and in the palette. */
  readonly does: string;
  readonly run: () => void;
  /** Where it is shown: `bar` (the default) also in the bottom bar, `help` only in help and palette. */
  readonly shown?: 'bar' | 'help';
}

export type KeyBindings = Readonly<Record<KeyName, KeyBinding>>;

interface Layer {
  readonly id: string;
  readonly bindings: KeyBindings;
  /** Keys of everything beneath rest while this layer is there: a dialog. */
  readonly alone: boolean;
}

export interface LiveKey extends KeyBinding {
  readonly key: KeyName;
}

let layers: readonly Layer[] = [];
let live: readonly LiveKey[] = [];
const listeners = new Set<() => void>();

function liveNow(): readonly LiveKey[] {
  const lastAlone = layers.findLastIndex(layer => layer.alone);
  const byKey = new Map<KeyName, LiveKey>();
  for (const layer of layers.slice(Math.max(lastAlone, 0))) {
    for (const [key, binding] of Object.entries(layer.bindings))
      byKey.set(key, { key, ...binding });
  }
  return [...byKey.values()];
}

function replaceLayer(id: string, layer: Layer | undefined): void {
  const at = layers.findIndex(each => each.id === id);
  const rest = layers.filter(each => each.id !== id);
  layers = layer ? rest.toSpliced(at < 0 ? rest.length : at, 0, layer) : rest;
  live = liveNow();
  for (const listener of listeners) listener();
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = keyNameOf(event);
  const binding = live.find(each => each.key === name);
  if (!binding || (isTyped(name) && isEditable(event.target))) return;
  event.preventDefault();
  if (!event.repeat) binding.run();
}

/** Starts the one listener for keys; gives the function that ends it. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

/** Around a part of the page whose keys rest while something else is being done: `<KeysRest value>`. */
export const KeysRest = createContext(false);

/**
 * Keys that work while the component is on the screen. The newest component wins a key that several
 * want; with `alone` all others rest until it is gone.
 */
export function useKeys(bindings: KeyBindings, options: { alone?: boolean } = {}): void {
  const id = useId();
  const newest = useRef(bindings);
  newest.current = bindings;
  const alone = options.alone ?? false;
  const rests = useContext(KeysRest);
  const face = Object.entries(rests ? {} : bindings)
    .map(([key, { does, shown }]) => `${key}:${does}:${shown}`)
    .join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `face` stands for what is shown of the bindings; what they run is read when pressed
  useEffect(() => {
    const stable = Object.fromEntries(
      Object.entries(rests ? {} : newest.current).map(([key, binding]) => [
        key,
        { ...binding, run: () => newest.current[key]?.run() },
      ]),
    );
    replaceLayer(id, { id, bindings: stable, alone });
  }, [id, face, alone, rests]);
  useEffect(() => () => replaceLayer(id, undefined), [id]);
}

/** The keys that work at this moment, in the order in which they came. */
export function keysNow(): readonly LiveKey[] {
  return live;
}

/** The keys that work now, followed as they change. */
export function useLiveKeys(): readonly LiveKey[] {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysNow);
}
