import { randomInt } from 'node:crypto';
import { readWords, wholeNumber } from '#backend/command/typed-words.ts';

export const USAGE = `npm run faults -- [--payments N] [--seed N] [--json]

  --payments  how many attempts, 1 to 100,000; 2,000 unless told
  --seed      a whole number; the same number draws the same payments and faults; any unless told
  --json      print one JSON object on the standard output, and progress on the other`;

export interface FaultsArguments {
  readonly payments: number;
  readonly seed: string;
  readonly json: boolean;
}

const options = {
  payments: { type: 'string', default: '2000' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(words: readonly string[]): FaultsArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  const seed = typed.seed ?? String(randomInt(1_000_000_000));
  return {
    payments: wholeNumber('--payments', typed.payments, 1, 100_000),
    seed: String(wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER)),
    json: typed.json,
  };
}
