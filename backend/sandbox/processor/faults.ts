import { z } from 'zod';
import { ReportLine } from '#backend/processor/messages.ts';

/**
 * What the processor can be told to do wrong, the next `times` times it is asked `on` something.
 * `slow` waits before it acts, and acts even when the asker has gone; `slow_after_acting` waits with
 * the answer; the two time-outs never answer and break the line after `delayMs`. `refuse` says, for a
 * void, that there is nothing to give back. `missing_line`, `other_amount` (a cent less) and `unknown_line` (one more,
 * of a charge nobody has heard of) spoil a report at the first of its lines, or the first of those about `line`.
 */
export const Fault = z.strictObject({
  kind: z.enum([
    'slow',
    'slow_after_acting',
    'time_out_before_acting',
    'time_out_after_acting',
    'answer_twice',
    'server_error',
    'nonsense',
    'refuse',
    'missing_line',
    'other_amount',
    'unknown_line',
  ]),
  on: z
    .enum([
      'charge',
      'find',
      'abandon',
      'void',
      'card',
      'store',
      'forget',
      'refund',
      'find_refund',
      'report',
    ])
    .default('charge'),
  line: ReportLine.shape.what.optional(),
  times: z.int().min(1).max(1000).default(1),
  delayMs: z.int().min(0).max(60_000).default(0),
});
export type Fault = z.output<typeof Fault>;

/** What was ordered and how often it really happened. */
export interface OrderedFault extends Fault {
  happened: number;
}

/** The faults this processor was told to commit, in the order they were told. */
export class OrderedFaults {
  #ordered: OrderedFault[] = [];

  order(fault: Fault): void {
    this.#ordered.push({ ...fault, happened: 0 });
  }

  /** The fault to commit now, counted as happened. */
  next(on: Fault['on']): Fault | undefined {
    const fault = this.#ordered.find(each => each.on === on && each.happened < each.times);
    if (fault) fault.happened += 1;
    return fault;
  }

  report(): readonly OrderedFault[] {
    return this.#ordered;
  }

  clear(): void {
    this.#ordered = [];
  }
}
