import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunReport } from '#backend/runs/run-once.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { depositedCents, openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startRuns } from '#tests/support/start-runs.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

const AMOUNTS = [1_100, 1_200, 1_300, 1_400, 1_500];
const PAID = 6_500;

let backend: TestBackend;
let runner: Runner;
let keys: string[];
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-23T10:00:00-08:00' });
  runner = openRunner(backend, 1_500);
  ({ keys } = await paidCards(backend, AMOUNTS));
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});

async function standing(state: string): Promise<number> {
  const { rows } = await backend.pool.query(
    'SELECT count(*) FROM payment WHERE state = $1 AND key = ANY ($2::uuid[])',
    [state, keys],
  );
  return rows[0].count;
}

/** Kills a run where it waits for a payment that somebody holds, after the first two were done. */
async function killInTheMiddle(state: string): Promise<void> {
  const holder = await backend.pool.connect();
  await holder.query('BEGIN');
  const { rowCount } = await holder.query('SELECT FROM payment WHERE key = $1 FOR UPDATE', [
    keys.toSorted()[2],
  ]);
  expect(rowCount).toBe(1);
  const child = startRuns(backend);
  try {
    await expect.poll(() => standing(state), { interval: 20 }).toBe(2);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await standing(state)).toBeLessThan(AMOUNTS.length);
}

const begun = async (kind: string) => {
  const { rows } = await backend.pool.query(
    `SELECT state, starts, done_count, cents, difference_cents, reconciliation FROM run
     WHERE kind = $1 AND region = 'NCAL' ORDER BY business_on DESC LIMIT 1`,
    [kind],
  );
  return rows[0];
};

async function unfinished(): Promise<number> {
  const { rows } = await backend.pool.query("SELECT count(*) FROM run WHERE state <> 'done'");
  return rows[0].count;
}

/** Turns go on until somebody's lease is over and the run is done. */
async function turnUntilDone(kind: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await runner.turn();
        return (await begun(kind)).state;
      },
      { interval: 200 },
    )
    .toBe('done');
}

describe('when the server is killed in the middle of a run', () => {
  it('posting goes on where it stopped: each payment posts once, and all are counted', async () => {
    backend.moveTo('2026-11-24T01:00:00-08:00');
    await killInTheMiddle('posted');
    expect(await begun('card_posting')).toMatchObject({ state: 'running', starts: 1 });
    await turnUntilDone('card_posting');
    expect(await standing('posted')).toBe(AMOUNTS.length);
    expect(await begun('card_posting')).toMatchObject({
      starts: 2,
      done_count: AMOUNTS.length,
      cents: PAID,
      difference_cents: 0,
      reconciliation: '2026-11-24 NCAL card_posting: 5 done, $65.00, ledger difference $0.00',
    });
  });

  it('settlement goes on the next morning: each payment is deposited once', async () => {
    backend.moveTo('2026-11-24T01:00:00-08:00');
    await runner.turn();
    backend.moveTo('2026-11-27T07:00:00-08:00');
    await backend.pool.query(
      `UPDATE payment SET state = 'settled' WHERE state = 'posted' AND NOT key = ANY ($1::uuid[])`,
      [keys],
    );
    await killInTheMiddle('settled');
    backend.moveTo('2026-11-30T08:00:00-08:00');
    await expect
      .poll(
        async () => {
          await runner.turn();
          return unfinished();
        },
        { interval: 200 },
      )
      .toBe(0);
    expect(await standing('settled')).toBe(AMOUNTS.length);
    expect(await depositedCents(backend.pool, keys)).toBe(PAID);
    const { rows } = await backend.pool.query(
      `SELECT state, done_count, difference_cents FROM run
       WHERE kind = 'card_settlement' AND region = 'NCAL' AND business_on >= '2026-11-27' ORDER BY business_on`,
    );
    expect(rows).toEqual([
      { state: 'done', done_count: 2, difference_cents: 0 },
      { state: 'done', done_count: 3, difference_cents: 0 },
    ]);
  });
});

describe('when several servers start the same runs at once', () => {
  it('each payment posts and settles once, whoever comes first', async () => {
    const others = [openRunner(backend), openRunner(backend)];
    for (const morning of ['2026-11-24T07:00:00-08:00', '2026-11-27T07:00:00-08:00']) {
      backend.moveTo(morning);
      const ended = await Promise.all([runner, ...others].map(each => each.turn()));
      const names = ended.flat().map(({ line }) => line);
      expect(new Set(names).size).toBe(names.length);
    }
    await Promise.all(others.map(each => each.close()));
    expect(await standing('settled')).toBe(AMOUNTS.length);
    expect(await depositedCents(backend.pool, keys)).toBe(PAID);
  });

  it('they start by themselves, at their own turn, and tell of each run once', async () => {
    const told: string[] = [];
    const runEnded = ({ line, done }: RunReport) => {
      if (done > 0) told.push(line);
    };
    await Promise.all([1, 2].map(() => backend.startAnother({ runEveryMs: 100, runEnded })));
    backend.moveTo('2026-11-24T00:00:30-08:00');
    await expect.poll(() => standing('posted')).toBe(AMOUNTS.length);
    await expect
      .poll(() => told)
      .toContain('2026-11-24 NCAL card_posting: 5 done, $65.00, ledger difference $0.00');
    expect(new Set(told).size).toBe(told.length);
  });

  it('even one that was taken for dead and still writes does nothing twice', async () => {
    // A lease that is over at once: both work on the same run at the same time.
    const hasty = [openRunner(backend, 0), openRunner(backend, 0)];
    for (const morning of ['2026-11-24T07:00:00-08:00', '2026-11-27T07:00:00-08:00']) {
      backend.moveTo(morning);
      await Promise.all(hasty.map(each => each.turn()));
    }
    const { rows } = await backend.pool.query('SELECT max(starts) AS starts FROM run');
    expect(rows[0].starts).toBeGreaterThan(1);
    await Promise.all(hasty.map(each => each.close()));
    await runner.turn();
    expect(await standing('settled')).toBe(AMOUNTS.length);
    expect(await depositedCents(backend.pool, keys)).toBe(PAID);
  });
});
