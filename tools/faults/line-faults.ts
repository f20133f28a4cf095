/**
 * What a line can do to a request. `drop_before` breaks before it arrived, `drop_after` when it was
 * answered, `reset` while the other end is still at work on it. `delay` holds the request, `hold_reply`
 * the answer; `deliver_late` and `duplicate_late` bring it (again) when the asker has long gone on, and
 * `reorder` after one that came later. `status_500_after` is a gateway that fails with the answer in hand.
 */
export const lineFaults = [
  'drop_before',
  'drop_after',
  'reset',
  'delay',
  'hold_reply',
  'deliver_late',
  'duplicate',
  'duplicate_late',
  'reorder',
  'truncate',
  'status_500',
  'status_500_after',
  'status_429',
  'redirect',
  'nonsense',
  'other_payment',
] as const;
export type LineFault = (typeof lineFaults)[number];

/** What the line does to one request. Only `pass` leaves it alone. */
export type Fault = LineFault | 'pass';
