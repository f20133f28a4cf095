import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

type ObjectSchema = z.ZodObject<z.ZodRawShape>;

/** One route of the backend: the only declaration, from which server, client, tests and OpenAPI follow. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for each key of `params`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: ObjectSchema;
  readonly query?: ObjectSchema;
  readonly headers?: ObjectSchema;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly reply: z.ZodType;
  readonly problems: readonly ProblemCode[];
}

/** Declares a route; keeps its exact schema types. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler is given, already checked. */
export interface RouteInput<R extends Route> {
  readonly params: Output<R['params']>;
  readonly query: Output<R['query']>;
  readonly headers: Output<R['headers']>;
  readonly body: Output<R['body']>;
}

export type RouteReply<R extends Route> = z.output<R['reply']>;
