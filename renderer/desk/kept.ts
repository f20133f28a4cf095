import { useSyncExternalStore } from 'react';

const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a value from outside a component, under the key with which `useKept` reads it. */
export function keep(key: string, value: unknown): void {
  kept.set(key, value);
  changed();
}

/**
 * State that outlives its component, so that the screen comes back as it was after a lock. Never for a
 * caller's answers or card data: those are dropped with the field. Begin the key with the call's id.
 */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(subscribe, () => kept.get(key) as Value | undefined);
  return [value === undefined ? initial : value, next => keep(key, next)];
}

/** Forgets everything kept for a call once it has ended. */
export function forgetKept(callId: string): void {
  for (const key of kept.keys()) if (key.startsWith(callId)) kept.delete(key);
  changed();
}

/** Forgets everything: somebody else may sit down at the desk. */
export function forgetAllKept(): void {
  kept.clear();
  changed();
}
