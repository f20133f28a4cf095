import {
  BadArguments,
  folderPath,
  postgresAddress,
  readWords,
  wholeNumber,
} from '#backend/command/typed-words.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';

export const USAGE = `npm run seed -- [--patients N] [--seed S] [--as-of DATE] [--database-url URL | --data FOLDER] [--replace] [--json]

  --patients      how many, 1 to 5,000,000; 5,000 unless told
  --seed          a whole number; the same number gives the same data; 1 unless told
  --as-of         the date that ages and due dates are counted from; today in UTC unless told
  --database-url  a PostgreSQL to fill; DATABASE_URL unless told
  --data          the folder of the backend's own PostgreSQL; .data/backend unless told
  --replace       remove the patients that are there first, with everything about them
  --json          print one JSON object on the standard output, and progress on the other`;

const PATIENTS_AT_MOST = 5_000_000;
const PATIENTS = 5_000;

export interface SeedArguments {
  readonly patients: number;
  readonly seed: string;
  readonly asOf: CalendarDate;
  /** A server's address, or the folder of our own. */
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly replace: boolean;
  readonly json: boolean;
}

function readDate(typed: string): CalendarDate {
  const date = CalendarDate.safeParse(typed);
  if (date.success && typed >= '2018-01-01' && typed <= '2100-12-31') return date.data;
  throw new BadArguments(
    `--as-of takes a date from 2018 to 2100 such as 2026-11-21, not "${typed}".`,
  );
}

function readDatabase(url: string | undefined, folder: string | undefined, ownUrl?: string) {
  if (url !== undefined && folder !== undefined) {
    throw new BadArguments('--database-url and --data name two databases; give one of them.');
  }
  if (folder !== undefined) return { folder: folderPath('--data', folder) };
  if (url !== undefined) return { url: postgresAddress('--database-url', url) };
  if (ownUrl !== undefined) return { url: postgresAddress('DATABASE_URL', ownUrl) };
  return { folder: '.data/backend' };
}

const options = {
  patients: { type: 'string', default: String(PATIENTS) },
  seed: { type: 'string', default: '1' },
  'as-of': { type: 'string' },
  'database-url': { type: 'string' },
  data: { type: 'string' },
  replace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(
  words: readonly string[],
  environment: { readonly DATABASE_URL?: string | undefined },
  today: CalendarDate,
): SeedArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  return {
    patients: wholeNumber('--patients', typed.patients, 1, PATIENTS_AT_MOST),
    seed: String(wholeNumber('--seed', typed.seed, 0, Number.MAX_SAFE_INTEGER)),
    asOf: typed['as-of'] === undefined ? today : readDate(typed['as-of']),
    database: readDatabase(typed['database-url'], typed.data, environment.DATABASE_URL),
    replace: typed.replace,
    json: typed.json,
  };
}
