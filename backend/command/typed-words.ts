import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What was typed cannot be done; the message is one sentence that says why. */
export class BadArguments extends Error {}

/** `--patients -1` reads as two options unless it is said in one word. */
function withNegativeNumbers(words: readonly string[], options: ParseArgsOptionsConfig): string[] {
  return words.reduce<string[]>((joined, word) => {
    const before = joined.at(-1) ?? '';
    const takesText = options[before.replace(/^--/, '')]?.type === 'string';
    if (takesText && /^-\d/.test(word)) joined.splice(-1, 1, `${before}=${word}`);
    else joined.push(word);
    return joined;
  }, []);
}

/** The options among the words after a command; throws `BadArguments` at any other word. */
export function readWords<const Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
) {
  const args = withNegativeNumbers(words, options);
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = String((error as Error).message).split(/\.\s/);
    throw new BadArguments(`${sentence?.replace(/\.?$/, '.')}`, { cause: error });
  }
}

export function wholeNumber(name: string, typed: string, from: number, to: number): number {
  const number = /^\d{1,16}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= from && number <= to) return number;
  const range = `${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')}`;
  throw new BadArguments(`${name} takes a whole number from ${range}, not "${typed}".`);
}

/** The path of a folder; an empty one would be wherever the command happens to be started. */
export function folderPath(name: string, typed: string): string {
  if (typed !== '') return typed;
  throw new BadArguments(`${name} takes the path of a folder.`);
}

/** The address is not repeated in the refusal: it may hold a password. */
export function postgresAddress(name: string, typed: string): string {
  if (/^postgres(ql)?:\/\/./.test(typed) && URL.canParse(typed)) return typed;
  throw new BadArguments(
    `${name} takes an address such as postgres://user:password@host/database.`,
  );
}

export function processorAddress(typed: string): string {
  if (/^https?:\/\/./.test(typed) && URL.canParse(typed)) return typed;
  throw new BadArguments(`PROCESSOR_URL takes an address such as http://127.0.0.1:7500.`);
}
