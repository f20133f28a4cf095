import type { Refusal, RefusalReason } from '#shared/desk/refusal.ts';

/** A refused call, thrown so that queries and mutations carry it as their error. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly field: string | undefined;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'Refused';
    this.reason = refusal.reason;
    this.field = refusal.field;
  }
}
