import { z } from 'zod';
import type { ProblemCode } from './problem.ts';

type ObjectSchema = z.ZodObject<z.ZodRawShape>;

/** What a file that is no JSON travels as. */
export const FILE_MEDIA_TYPE = 'application/octet-stream';

/** The reply of a route that answers with a file. */
export const FileReply = z.custom<Uint8Array>(value => value instanceof Uint8Array);

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
  /** The body is a file as it is (`application/octet-stream`), of at most so many bytes, and not JSON. */
  readonly fileBody?: {
    readonly limitBytes: number;
    /** What more than that is refused with. */
    readonly tooLarge: ProblemCode;
    /** What is refused with when it breaks off. */
    readonly broken: ProblemCode;
  };
  /** The reply is a file as it is (`application/octet-stream`). */
  readonly fileReply?: true;
  readonly status: 200 | 201 | 204;
  readonly reply: z.ZodType;
  /** Those of its own; `problemsOf` adds what any request may meet. */
  readonly problems: readonly ProblemCode[];
  /** Is answered whatever protocol version the request names, so that the two can find out. */
  readonly anyProtocol?: true;
}

/** Declares a route; keeps its exact schema types. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}

/** Every problem that a route may answer: its own, and what any request may meet. */
export function problemsOf(route: Route): ProblemCode[] {
  const { method, params, query, headers, body } = route;
  const takesInput = method !== 'GET' || params || query || headers || body;
  return [
    ...new Set<ProblemCode>([
      ...(takesInput ? (['bad_request'] as const) : []),
      ...route.problems,
      ...(route.anyProtocol ? [] : (['protocol_mismatch'] as const)),
      'internal',
    ]),
  ];
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A file on its way in, bytes after bytes; ends with a refusal when it is too large or breaks off. */
export type FileBody = AsyncIterable<Uint8Array>;

/** What a handler is given, already checked. */
export interface RouteInput<R extends Route> {
  readonly params: Output<R['params']>;
  readonly query: Output<R['query']>;
  readonly headers: Output<R['headers']>;
  readonly body: R['fileBody'] extends object ? FileBody : Output<R['body']>;
}

export type RouteReply<R extends Route> = z.output<R['reply']>;
