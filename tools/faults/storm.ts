import { setTimeout as wait } from 'node:timers/promises';
import { openStream } from '#backend/seed/draws/stream.ts';
import { createHavoc, type Havoc } from './havoc.ts';
import { type Journals, openJournals } from './journals.ts';
import { lineFaults } from './line-faults.ts';
import { stormyDelay, stormyLine } from './odds.ts';
import { payersOf } from './people.ts';
import { openQuota } from './quota.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { workTheDesk } from './representative.ts';
import { createVoidWishes, type VoidWishes } from './void-wishes.ts';
import { openWorld, type World } from './world.ts';

export interface StormProgress {
  readonly attempts: number;
  readonly wanted: number;
  readonly open: number;
  readonly seconds: number;
}

export interface StormOptions {
  /** Of a database that is migrated and seeded, with the sandbox's accounts; it is the storm's alone. */
  readonly databaseUrl: string;
  /** For the desks' files and the logs. */
  readonly folder: string;
  readonly payments: number;
  /** The same seed draws the same payments and the same faults; what meets what is up to the machine. */
  readonly seed: string;
  /** How much oftener than usual machines fail; a short storm needs more. */
  readonly intensity?: number;
  onProgress?(progress: StormProgress): void;
}

export interface StormReport extends Reckoning {
  readonly seed: string;
  readonly seconds: number;
  /** How often each kind of fault really happened. */
  readonly faults: Readonly<Record<string, number>>;
}

/** What a payer must owe, so that a few hundred small payments never use it up. */
const OWES_AT_LEAST_CENTS = 30_000;
const SLOWEST_PAYMENT_MS = 3_000;
const STARTING_MS = 60_000;
const SETTLING_MS = 180_000;
/** How long the desks are left to themselves before somebody asks. */
const UNASKED_MS = 20_000;

/** How long calm must have lasted, so that what was delivered late has arrived and has been answered. */
const CALM_MS = 1_000;

function faultsOf({ deskLines, processorLines }: World, havoc: Havoc): Record<string, number> {
  const lines = [...deskLines, ...processorLines];
  const onLines = lineFaults.map(fault => [
    fault,
    lines.reduce((sum, line) => sum + line.happened(fault), 0),
  ]);
  return { ...Object.fromEntries(onLines), ...havoc.counts };
}

/** Waits until nobody has anything open any more, or for as long as is allowed. */
async function settle(world: World, journals: Journals, wishes: VoidWishes): Promise<void> {
  const lines = [...world.deskLines, ...world.processorLines];
  await Promise.all(lines.map(line => line.settled()));
  const openPayments = async () => {
    const { rows } = await world.pool.query(
      `SELECT count(*) AS open FROM payment
       WHERE state IN ('sent', 'unknown') OR (state = 'approved' AND void_asked_at IS NOT NULL)`,
    );
    return Number(rows[0].open);
  };
  const startedAt = Date.now();
  let calmSince = startedAt;
  for (const until = startedAt + SETTLING_MS; Date.now() < until; await wait(200)) {
    if (Date.now() - startedAt > UNASKED_MS) {
      await Promise.all(world.desks.map(desk => desk.ask('payments.askNow', null)));
    }
    const open = journals.counts().open + (await openPayments()) + (await wishes.sayAgain());
    if (open > 0) calmSince = Date.now();
    else if (Date.now() - calmSince > CALM_MS) return;
  }
}

async function rage(
  options: StormOptions,
  world: World,
  journals: Journals,
  havoc: Havoc,
): Promise<VoidWishes> {
  const { payments, seed } = options;
  const payers = await payersOf(world.pool, OWES_AT_LEAST_CENTS);
  const wishes = createVoidWishes();
  const quota = openQuota(payments, () => journals.counts().attempts);
  const tooLong = AbortSignal.timeout(STARTING_MS + payments * SLOWEST_PAYMENT_MS);
  await Promise.all(
    world.desks.map((desk, at) =>
      workTheDesk(
        {
          desk,
          stream: openStream(`${seed} desk ${at}`),
          payers,
          quota,
          wishes,
          beforeSubmit: () => havoc.around(at),
        },
        tooLong,
      ),
    ),
  );
  await havoc.over();
  return wishes;
}

/**
 * Takes payments at two desks, through two backends on one database, while everything between and
 * under them fails; then lets it settle and holds all books against each other.
 */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { databaseUrl, folder, payments: wanted, seed, intensity = 1 } = options;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let isRaging = true;
  await using opened = new AsyncDisposableStack();
  const world = await openWorld({
    databaseUrl,
    folder,
    desks: 2,
    backends: 2,
    line(name) {
      const decide = stormyLine(openStream(`${seed} ${name}`));
      const delays = openStream(`${seed} ${name} delays`);
      return {
        delayMs: stormyDelay(delays),
        patienceMs: () => delays.int(600, 3_000),
        decide: (...asked) => (isRaging ? decide(...asked) : 'pass'),
      };
    },
  });
  opened.defer(() => world.close());
  const journals = openJournals(world.desks);
  opened.defer(() => journals.close());
  const havoc = createHavoc(world, openStream(`${seed} havoc`), intensity);
  const watch = setInterval(() => {
    options.onProgress?.({ ...journals.counts(), wanted, seconds: seconds() });
  }, 1_000);
  opened.defer(() => clearInterval(watch));

  const wishes = await rage(options, world, journals, havoc);
  isRaging = false;
  await settle(world, journals, wishes);
  const reckoning = await reckon(world.pool, journals.attempts());
  return { ...reckoning, seed, seconds: Math.round(seconds()), faults: faultsOf(world, havoc) };
}
