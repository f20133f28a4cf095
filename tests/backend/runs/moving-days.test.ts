import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { startChild } from '#tests/support/backend-child.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { depositedCents } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startTestBackend();
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

interface Ended {
  readonly exitCode: number;
  readonly printed: string;
  readonly said: string;
}

function day(...words: string[]): Promise<Ended> {
  const options = {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: {
      ...process.env,
      DATABASE_URL: backend.databaseUrl,
      PROCESSOR_URL: backend.processorUrl,
    },
  };
  return new Promise(resolve => {
    execFile(process.execPath, ['tools/day.ts', ...words], options, (error, printed, said) =>
      resolve({ exitCode: Number(error?.code ?? 0), printed, said: said.trim() }),
    );
  });
}

const today = () => dateIn(regions.HI.timeZone, instantOf(backend.now()));
const inDays = (days: number) => addDays(today(), days);

describe('the command that moves a sandbox to a day', () => {
  it('does every run on the way, once each, and leaves the books in balance', async () => {
    const { keys } = await paidCards(backend, [1_100, 1_200]);
    const { exitCode, printed } = await day('--date', inDays(12), '--json');
    expect(exitCode).toBe(0);
    const moved = JSON.parse(printed);
    const names = moved.runs.map(({ line }: { line: string }) => line);
    expect(new Set(names).size).toBe(names.length);
    expect(moved.ledger.differences).toEqual([]);
    expect(dateIn(regions.HI.timeZone, moved.at)).toBe(inDays(12));
    for (const key of keys) expect(await stateOf(backend.pool, key)).toBe('settled');
    expect(await depositedCents(backend.pool, keys)).toBe(2_300);

    const again = await day('--date', inDays(12), '--json');
    expect(JSON.parse(again.printed).runs).toEqual([]);
    expect(await depositedCents(backend.pool, keys)).toBe(2_300);
  });

  it('shows a person a line for each run that found work, and the ledger at the end', async () => {
    await paidCards(backend, [1_100]);
    const { printed } = await day('--date', inDays(8));
    expect(printed).toMatch(/NCAL card_posting: 1 done, \$11\.00, ledger difference \$0\.00/);
    expect(printed).toMatch(/\d+ runs with nothing to do/);
    expect(printed).toMatch(/ledger: \d+ checks, 0 differences\./);
  });

  it('never goes back, nor far ahead at once, nor anywhere with patients who are real', async () => {
    await day('--date', inDays(3));
    const back = await day('--date', inDays(1));
    expect(back).toMatchObject({ exitCode: 1, printed: '' });
    expect(back.said).toMatch(/^The sandbox is at .* and never goes back; .*\.$/);
    expect((await day('--date', inDays(600))).said).toMatch(
      /^From .* are more than 400 days; .*\.$/,
    );
    expect(await day('--date', '2026-02-30')).toMatchObject({
      exitCode: 2,
      said: '--date takes a date such as 2026-12-24, not "2026-02-30".',
    });
    await backend.pool.query('DELETE FROM sandbox_clock');
    const real = await day('--date', inDays(5));
    expect(real).toMatchObject({ exitCode: 1, printed: '' });
    expect(real.said).toMatch(/it is no sandbox and stays at the real date\.$/);
  });

  it('takes running servers along', async () => {
    const child = await startChild(backend);
    const dateThere = async (): Promise<CalendarDate> => {
      const { session } = await signIn(child.url);
      return dateIn('UTC', session.expiresAt);
    };
    try {
      const before = await dateThere();
      await day('--date', inDays(4));
      await expect.poll(dateThere).toBeOneOf([3, 4, 5].map(days => addDays(before, days)));
    } finally {
      await child.kill();
    }
  });
});
