import { execFile } from 'node:child_process';
import path from 'node:path';
import { movingClock } from '#backend/sandbox/moving-clock.ts';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import type { TestBackend } from './test-backend.ts';

export const DAY_MS = 24 * 3_600_000;

export interface Ended {
  readonly exitCode: number;
  readonly printed: string;
  readonly said: string;
}

/** Where and with what a command beside a test's backend is started. */
export const besides = (backend: TestBackend) => ({
  cwd: path.resolve(import.meta.dirname, '../..'),
  env: {
    ...process.env,
    DATABASE_URL: backend.databaseUrl,
    PROCESSOR_URL: backend.processorUrl,
  },
});

/** Gives the command that moves a sandbox to a day. */
export function sandboxDay(backend: TestBackend, ...words: string[]): Promise<Ended> {
  return new Promise(resolve => {
    const command = ['tools/day.ts', ...words];
    execFile(process.execPath, command, besides(backend), (error, printed, said) =>
      resolve({ exitCode: Number(error?.code ?? 0), printed, said: said.trim() }),
    );
  });
}

/** The day in so many days, where a day begins last. */
export const dayIn = (backend: TestBackend, days: number): CalendarDate =>
  addDays(dateIn(regions.HI.timeZone, instantOf(backend.now())), days);

/** Moves a sandbox without doing what is due on the way. */
export async function moveOnly(backend: TestBackend, ms: number): Promise<void> {
  const clock = await movingClock(backend.pool);
  await clock.moveTo(clock.now() + ms);
}
