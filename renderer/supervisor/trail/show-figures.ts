const moment = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** To the second, on the clock of the reader: the trail is one over all regions. */
export const showInstant = (at: string): string => moment.format(Date.parse(at));

const whole = new Intl.NumberFormat('en-US');

export const showCount = (count: number): string => whole.format(count);

/** Seconds with a tenth: `4.2`. */
export const showSeconds = (ms: number): string => (ms / 1000).toFixed(1);
