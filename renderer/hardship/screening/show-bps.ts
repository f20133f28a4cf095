/** Hundredths of a percent as they are read: `175.70`, without a sign. */
export function showBps(bps: number): string {
  return (bps / 100).toFixed(2);
}
