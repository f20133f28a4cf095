import { openStream } from '#backend/seed/draws/stream.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import { unlessAborted } from './abort.ts';
import type { Shown } from './agreement.ts';
import { type Arrived, arrive, misposted } from './arrive.ts';
import type { Expected } from './expect.ts';
import { createHavoc, type Havoc } from './havoc.ts';
import { type Journals, openJournals } from './journals.ts';
import { lineFaults } from './line-faults.ts';
import { stormyDelay, stormyLine } from './odds.ts';
import { originate } from './originate.ts';
import { payersOf } from './people.ts';
import { openQuota } from './quota.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { workTheDesk } from './representative.ts';
import { settle } from './settle.ts';
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
  /** Breaks it off: everything that was started is ended, and the reason is thrown. */
  readonly signal?: AbortSignal;
  onProgress?(progress: StormProgress): void;
}

export interface StormReport extends Reckoning, Omit<Arrived, 'killed'> {
  /** Credits of the bank's statement that were not posted once and whole. */
  readonly mispostedArrivals: number;
  readonly seed: string;
  readonly seconds: number;
  /** How often each kind of fault really happened. */
  readonly faults: Readonly<Record<string, number>>;
}

/** What a payer must owe, so that a few hundred small payments never use it up. */
const OWES_AT_LEAST_CENTS = 30_000;
const SLOWEST_PAYMENT_MS = 3_000;
const STARTING_MS = 60_000;

function faultsOf({ deskLines, processorLines }: World, havoc: Havoc): Record<string, number> {
  const lines = [...deskLines, ...processorLines];
  const onLines = lineFaults.map(fault => [
    fault,
    lines.reduce((sum, line) => sum + line.happened(fault), 0),
  ]);
  return { ...Object.fromEntries(onLines), ...havoc.counts };
}

async function rage(
  options: StormOptions,
  world: World,
  journals: Journals,
  havoc: Havoc,
  expected: Expected,
): Promise<Shown> {
  const { payments, seed } = options;
  const payers = await payersOf(world.pool, OWES_AT_LEAST_CENTS);
  const shown = new Map<string, PaymentState>();
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
          shown,
          expected,
          beforeSubmit: () => havoc.around(at),
        },
        tooLong,
      ),
    ),
  );
  await havoc.over();
  return shown;
}

/**
 * Takes payments at two desks, through two backends on one database, while everything between and
 * under them fails; then lets it settle, lets arrive what was noted
 * as coming, sends the debits to the bank, and holds all books against each other.
 */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { databaseUrl, folder, payments: wanted, seed, intensity = 1, signal } = options;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let isRaging = true;
  signal?.throwIfAborted();
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

  const expected: Expected = new Map();
  const shown = await unlessAborted(rage(options, world, journals, havoc, expected), signal);
  isRaging = false;
  await unlessAborted(settle(world, journals), signal);
  const { killed: arriving_killed, ...arrived } = await unlessAborted(
    arrive(world, expected),
    signal,
  );
  const origination_killed = await unlessAborted(originate(world), signal);
  const reckoning = await reckon(world, journals.attempts(), shown);
  const mispostedArrivals = await misposted(world, { ...arrived, killed: arriving_killed });
  const faults = { ...faultsOf(world, havoc), arriving_killed, origination_killed };
  return {
    ...reckoning,
    ...arrived,
    mispostedArrivals,
    seed,
    seconds: Math.round(seconds()),
    faults,
  };
}
