import { parseArgs } from 'node:util';
import { BadArguments } from '#backend/command/typed-words.ts';

export const USAGE = `npm run audit:verify -- FILE | --database [--data FOLDER] [--keys FILE] [--anchors FILE] [--json]

Verifies the audit trail: an exported one, or that of the database of a data folder (of DATABASE_URL, where
it is set), and names the first record that was altered, removed, inserted or reordered.

  --keys FILE      believe these keys alone: audit-public-keys.json, as the backend's data folder has it
  --anchors FILE   hold the chain against anchors kept elsewhere: audit-anchors.jsonl of a data folder
  --json           say it as JSON

Keys and anchors of the data folder are taken where they are there. Ends with 0 when nothing is wrong, with 1
when something is, and with 2 when it cannot be told.`;

export interface VerifyArguments {
  /** Null for the database. */
  readonly file: string | null;
  readonly data: string;
  readonly keys: string | undefined;
  readonly anchors: string | undefined;
  readonly json: boolean;
}

const options = {
  database: { type: 'boolean', default: false },
  data: { type: 'string', default: '.data/backend' },
  keys: { type: 'string' },
  anchors: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = String((error as Error).message).split(/\.\s/);
    throw new BadArguments(`${sentence?.replace(/\.?$/, '.')}`, { cause: error });
  }
}

/** What was asked for; null for the usage. Throws `BadArguments`. */
export function readArguments(words: readonly string[]): VerifyArguments | null {
  const { values, positionals } = parsed(words);
  const { database, help, ...rest } = values;
  if (help) return null;
  const [file] = positionals;
  if (positionals.length > 1 || (file !== undefined) === database) {
    throw new BadArguments('Say one of the two: the file of an export, or --database.');
  }
  return { ...rest, keys: rest.keys, anchors: rest.anchors, file: file ?? null };
}
