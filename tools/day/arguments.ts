import { type MailEnvironment, type MailWanted, readMail } from '#backend/command/read-mail.ts';
import {
  BadArguments,
  folderPath,
  postgresAddress,
  processorAddress,
  readWords,
} from '#backend/command/typed-words.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';

export const USAGE = `npm run day -- --date DATE [--data FOLDER] [--json]

  --date   the day the sandbox is moved to, such as 2026-12-24; every run due on the way is done
  --data   the folder of the backend's own PostgreSQL and secrets; .data/backend unless told
  --json   print one JSON object on the standard output, and progress on the other

  DATABASE_URL   a PostgreSQL of made-up patients to move instead of the backend's own
  PROCESSOR_URL  a card processor to use instead of the sandbox's
  SMTP_URL       a mail server for notices and written copies; without it they are files in the data folder
  MAIL_FROM      whom such mail comes from`;

export interface DayArguments extends MailWanted {
  readonly date: CalendarDate;
  readonly data: string;
  readonly databaseUrl?: string;
  readonly processorUrl?: string;
  readonly json: boolean;
}

interface Environment extends MailEnvironment {
  readonly DATABASE_URL?: string | undefined;
  readonly PROCESSOR_URL?: string | undefined;
}

const options = {
  date: { type: 'string' },
  data: { type: 'string', default: '.data/backend' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readDate(typed: string | undefined): CalendarDate {
  const date = CalendarDate.safeParse(typed);
  if (date.success) return date.data;
  throw new BadArguments(
    typed === undefined
      ? 'Say which day with --date, such as --date 2026-12-24.'
      : `--date takes a date such as 2026-12-24, not "${typed}".`,
  );
}

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(
  words: readonly string[],
  { DATABASE_URL, PROCESSOR_URL, ...mail }: Environment,
): DayArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  return {
    date: readDate(typed.date),
    data: folderPath('--data', typed.data),
    ...(DATABASE_URL && { databaseUrl: postgresAddress('DATABASE_URL', DATABASE_URL) }),
    ...(PROCESSOR_URL && { processorUrl: processorAddress(PROCESSOR_URL) }),
    ...readMail(mail),
    json: typed.json,
  };
}
