import type { Problem, ProblemCode } from '#shared/contract/problem.ts';

/** The backend answered with a typed problem. */
export class BackendRefused extends Error {
  readonly code: ProblemCode;
  readonly field: string | undefined;

  constructor({ code, field }: Pick<Problem, 'code' | 'field'>) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

/** No answer came; whether the backend heard is not known. */
export class BackendUnreachable extends Error {}

/** Something answered, but not in the words of the contract. */
export class BackendNonsense extends Error {}
