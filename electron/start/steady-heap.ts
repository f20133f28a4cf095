import { setFlagsFromString } from 'node:v8';

/**
 * Some seconds after the start V8 takes the heap for idle and moves all of it together to save memory:
 * 25 to 45 ms without an answer, measured beside a pull. It may still collect, without moving.
 */
export function steadyHeap(): void {
  setFlagsFromString('--no-memory-reducer-favors-memory');
}
