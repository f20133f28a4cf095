import type { ProblemCode } from '#shared/contract/problem.ts';

/** A request that is turned down for a reason of the closed list; nothing of it was done. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;
  readonly field: string | undefined;

  constructor(code: ProblemCode, field?: string) {
    super(code);
    this.code = code;
    this.field = field;
  }
}
