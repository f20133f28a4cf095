import { EventEmitter } from 'node:events';
import type { DeskEvent } from '#shared/desk/calls.ts';

/** Tells whoever listens that something may be read again. Carries no data: readers ask for it. */
export interface News {
  tell(event: DeskEvent): void;
  /** Gives the function that stops listening. */
  listen(heard: (event: DeskEvent) => void): () => void;
}

export function createNews(): News {
  const emitter = new EventEmitter();
  return {
    tell: event => void emitter.emit('news', event),
    listen(heard) {
      emitter.on('news', heard);
      return () => void emitter.off('news', heard);
    },
  };
}
