import type { z } from 'zod';

/** One call from a page to the main process: the only declaration, from which both ends follow. */
export interface DeskCall {
  /** The page that may make it: the desk's own, or the isolated card capture. */
  readonly page: 'desk' | 'capture';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** Declares a call of the desk's page; keeps its exact schema types. */
export function call<const Input extends z.ZodType, const Output extends z.ZodType>(schemas: {
  input: Input;
  output: Output;
}) {
  return { page: 'desk', ...schemas } as const;
}

/** Declares a call of the capture view. */
export function captureCall<
  const Input extends z.ZodType,
  const Output extends z.ZodType,
>(schemas: { input: Input; output: Output }) {
  return { page: 'capture', ...schemas } as const;
}
