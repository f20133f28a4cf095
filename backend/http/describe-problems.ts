import { STATUS_CODES } from 'node:http';
import { type ProblemCode, problemStatus } from '#shared/contract/problem.ts';
import { problemOf } from './problems.ts';

const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Problems with which nothing helps but to wait. */
const waits: readonly ProblemCode[] = ['sign_in_locked', 'too_many_requests'];

function describeStatus(status: number, codes: readonly ProblemCode[]) {
  const examples = codes.map(code => [
    code,
    { value: problemOf(code, waits.includes(code) ? { retryAfterSeconds: 1_800 } : {}) },
  ]);
  return {
    description: `${STATUS_CODES[status]}: ${codes.join(', ')}`,
    ...(codes.some(code => waits.includes(code)) && {
      headers: {
        'Retry-After': { type: 'integer', description: 'Seconds until asking again can help.' },
      },
    }),
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}

/** The replies of an OpenAPI operation that refuse: one for each status, with an example of each code. */
export function describeProblems(codes: readonly ProblemCode[]) {
  const statuses = new Set(codes.map(code => problemStatus[code]));
  return Object.fromEntries(
    [...statuses].map(status => {
      const same = codes.filter(code => problemStatus[code] === status);
      return [status, describeStatus(status, same)];
    }),
  );
}
