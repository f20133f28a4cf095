import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { startChild } from '#tests/support/backend-child.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { depositedCents } from '#tests/support/runs-of.ts';
import { besides, dayIn, sandboxDay } from '#tests/support/sandbox-day.ts';
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

const day = (...words: string[]) => sandboxDay(backend, ...words);
const inDays = (days: number) => dayIn(backend, days);

describe('the command that moves a sandbox to a day', { timeout: 120_000 }, () => {
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
    const { printed } = await day('--date', inDays(6));
    expect(printed).toMatch(/NCAL card_posting: 1 done, \$11\.00, ledger difference \$0\.00/);
    expect(printed).toMatch(/\d+ runs with nothing to do/);
    expect(printed).toMatch(/ledger: \d+ checks, 0 differences\./);
  });

  it('killed on the way and started again, it ends as if it had not been', async () => {
    const { keys } = await paidCards(backend, [1_100, 1_200]);
    const { cwd, env } = besides(backend);
    const words = ['tools/day.ts', '--date', inDays(12)];
    const child = spawn(process.execPath, words, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const reached = await backend.pool.query('SELECT max(business_on) AS day FROM run');
    expect(reached.rows[0].day < inDays(12)).toBe(true);
    // What died holds its run for a quarter of a minute; a second of that is waited for.
    await backend.pool.query(
      `UPDATE run SET claimed_until = least(claimed_until, clock_timestamp() + interval '1 second')
       WHERE state = 'running'`,
    );
    const { exitCode, printed } = await day('--date', inDays(12), '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed).ledger.differences).toEqual([]);
    for (const key of keys) expect(await stateOf(backend.pool, key)).toBe('settled');
    expect(await depositedCents(backend.pool, keys)).toBe(2_300);
    const open = await backend.pool.query("SELECT FROM run WHERE state <> 'done'");
    expect(open.rowCount).toBe(0);
  });

  it('never goes back, nor far ahead at once', async () => {
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
  });

  it('moves nothing where the patients are real', async () => {
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
