import { setFlagsFromString } from 'node:v8';

/**
 * Some seconds after the start V8 takes the heap for idle and moves all of it together to save memory:
 * 25 to 45 ms without an answer, measured beside a pull. It may still collect, without moving.
 */
export function steadyHeap(): void {
  setFlagsFromString('--no-memory-reducer-favors-memory');
}

/**
 * Threads share their compiled WebAssembly (Node's own HTTP parser is some), and V8 may free a wrapper that
 * another thread still runs: the process dies. Seen beside the sync worker; github.com/nodejs/node/issues/64500
 * tells of it. The little there is may stay.
 */
export function keepWasmCode(): void {
  setFlagsFromString('--no-wasm-code-gc');
}
