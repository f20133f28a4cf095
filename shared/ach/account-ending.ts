/** The end of an account number that may be shown: its last four, and never more than half of it. */
export function ending(accountNumber: string): string {
  const shown = Math.min(4, Math.floor(accountNumber.length / 2));
  return shown === 0 ? '' : accountNumber.slice(-shown);
}
