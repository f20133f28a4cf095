import type { RefusalReason } from '#shared/desk/refusal.ts';

/** Ends a call through the door with a reason; the door turns it into a sentence. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly field: string | undefined;

  constructor(reason: RefusalReason, field?: string) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}
