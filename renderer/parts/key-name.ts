/** How a key is written in a binding: `F6`, `Ctrl+Enter`, `Ctrl+1`, `Escape`, `3`. */
export type KeyName = string;

/** The key press of an event in the notation of bindings; Command counts as Ctrl. */
export function keyNameOf(event: KeyboardEvent): KeyName {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const held = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return [...held, key].filter(Boolean).join('+');
}

/** Whether a person who is typing would lose a character to this key. */
export function isTyped(name: KeyName): boolean {
  return name.length === 1;
}

/** The parts of a key as they are printed on keycaps. */
export function keycaps(name: KeyName): string[] {
  return name.split('+').map(part => (part === 'Escape' ? 'Esc' : part));
}
