import type { Problem, ProblemCode } from '#shared/contract/problem.ts';

interface RetryAfter {
  readonly retryAfterSeconds?: number;
}

/** The backend answered with a typed problem. */
export class BackendRefused extends Error {
  readonly code: ProblemCode;
  readonly field: string | undefined;
  /** How long asking again cannot help. */
  readonly retryAfterSeconds: number | undefined;

  constructor({ code, field, retryAfterSeconds }: Pick<Problem, 'code'> & Partial<Problem>) {
    super(code);
    this.code = code;
    this.field = field;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came; whether the backend heard is not known. */
export class BackendUnreachable extends Error {}

/** Something answered, but not in the words of the contract. */
export class BackendNonsense extends Error {
  /** How long asking again cannot help, where whatever answered says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, { cause, retryAfterSeconds }: ErrorOptions & RetryAfter = {}) {
    super(message, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
