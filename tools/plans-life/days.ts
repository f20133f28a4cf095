const DAY_MS = 86_400_000;

/** Days since 1970. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / DAY_MS;

export const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day so many months after `date`, on the day of the month `dueDay`, or on the month's last. */
export function monthsOn(date: string, months: number, dueDay: number): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(dueDay, last)) / DAY_MS;
}
