import { randomInt } from 'node:crypto';
import { readWords, wholeNumber } from '#backend/command/typed-words.ts';

export const USAGE = `npm run plans:life -- [--plans N] [--months M] [--seed N] [--json]

  --plans   how many plans are agreed to, 1 to 10,000; 1,000 unless told
  --months  how long their lives are followed, 1 to 36; 14 unless told, when plans of 12 months have ended
  --seed    a whole number; the same number draws the same plans, and the same is done with them; any unless told
  --json    print one JSON object on the standard output, and progress on the other

Everything is real but the people: PostgreSQL, payments, bank files, the card processor and the runs of each day.
Exits with 1 when the ledger or a plan differs by a cent.`;

export interface LifeArguments {
  readonly plans: number;
  readonly months: number;
  readonly seed: string;
  readonly json: boolean;
}

const options = {
  plans: { type: 'string', default: '1000' },
  months: { type: 'string', default: '14' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(words: readonly string[]): LifeArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  const seed = typed.seed ?? String(randomInt(1_000_000_000));
  return {
    plans: wholeNumber('--plans', typed.plans, 1, 10_000),
    months: wholeNumber('--months', typed.months, 1, 36),
    seed: String(wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER)),
    json: typed.json,
  };
}
