import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Problem, type ProblemCode, problemStatus } from '#shared/contract/problem.ts';
import { createWords } from '#shared/words/words.ts';
import { Refused } from './refused.ts';

const words = createWords('en');

/** Problem details (RFC 9457) for a code: one sentence, and nothing of what was sent. */
export function problemOf(code: ProblemCode, about: Refused['about'] = {}): Problem {
  const status = problemStatus[code];
  return {
    type: `urn:remit:problem:${code}`,
    title: STATUS_CODES[status] ?? code,
    status,
    detail: words.t(`problems:${code}`),
    code,
    ...about,
  };
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** What a fault inside the backend tells its operators: where and of what kind, never about whom. */
export interface InternalFault {
  readonly route: string;
  readonly error: unknown;
}

function fromError(error: FastifyError | Refused): Problem | undefined {
  if (error instanceof Refused) return problemOf(error.code, error.about);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const field = error.validation[0]?.instancePath.split('/').filter(Boolean).join('.');
    return problemOf('bad_request', field ? { field } : {});
  }
  // Malformed JSON, another media type, a body that is too large.
  if (error.statusCode && error.statusCode < 500) return problemOf('bad_request');
  return undefined;
}

/** What the server itself cannot read, such as an address that cannot be decoded, is a problem like any other. */
export function answerUnreadable(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void sendProblem(reply, problemOf('bad_request'));
}

/** Makes every refusal, and every fault, a problem of the closed list. */
export function answerWithProblems(
  app: FastifyInstance,
  report: (fault: InternalFault) => void,
): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = fromError(error);
    if (!problem) report({ route: request.routeOptions.url ?? '', error });
    return sendProblem(reply, problem ?? problemOf('internal'));
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf('not_found')));
}
