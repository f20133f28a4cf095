import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Meanwhile, ProblemCode } from '#shared/contract/problem.ts';

interface RefusedAbout {
  /** The input at fault. */
  readonly field?: string;
  /** How long it makes no sense to ask again. */
  readonly retryAfterSeconds?: number;
  /** The first day on which asking again can help. */
  readonly openFrom?: CalendarDate;
  /** The last day on which it could have been done. */
  readonly lastDay?: CalendarDate;
  /** The colleague who has what was asked for. */
  readonly heldBy?: string;
  /** What became of what was to be decided. */
  readonly meanwhile?: Meanwhile;
}

/** A request that is turned down for a reason of the closed list; nothing of it was done. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;
  readonly about: RefusedAbout;

  constructor(code: ProblemCode, about: RefusedAbout = {}) {
    super(code);
    this.code = code;
    this.about = about;
  }
}
