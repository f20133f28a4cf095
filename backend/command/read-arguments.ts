import { type MailEnvironment, type MailWanted, readMail } from './read-mail.ts';
import {
  BadArguments,
  folderPath,
  postgresAddress,
  processorAddress,
  readWords,
  wholeNumber,
} from './typed-words.ts';

export const USAGE = `node backend/main.ts [--port N] [--data FOLDER] [--patients N] [--seed S] [--processor-port N]

  --port            where to listen on loopback; any free port unless told
  --data            the folder of the backend's own PostgreSQL and secrets; .data/backend unless told
  --patients        how many an empty database is given, 1 to 5,000,000; 5,000 unless told, and
                    none unless told where DATABASE_URL names the database
  --seed            a whole number; the same number gives the same patients; 1 unless told
  --processor-port  where the sandbox's card processor listens; any free port unless told

  DATABASE_URL   a PostgreSQL to use instead of the backend's own
  PROCESSOR_URL  a card processor to use instead of the sandbox's
  SMTP_URL       a mail server for receipts and letters; without it they are .eml files in the data folder's outbox
  MAIL_FROM      whom such mail comes from`;

const SANDBOX_PATIENTS = 5_000;
const PATIENTS_AT_MOST = 5_000_000;
const PORTS = [1, 65_535] as const;

export interface BackendArguments extends MailWanted {
  readonly port?: number;
  readonly data: string;
  /** A server of somebody's; the one that comes along when left out. */
  readonly databaseUrl?: string;
  /** How many patients an empty database is given; left out: it stays empty. */
  readonly patients?: number;
  readonly seed: string;
  /** The sandbox's own processor when left out. */
  readonly processorUrl?: string;
  readonly processorPort?: number;
}

interface Environment extends MailEnvironment {
  readonly DATABASE_URL?: string | undefined;
  readonly PROCESSOR_URL?: string | undefined;
}

const options = {
  port: { type: 'string' },
  data: { type: 'string', default: '.data/backend' },
  patients: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'processor-port': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function readPorts(typed: { port?: string; 'processor-port'?: string }) {
  const { port, 'processor-port': processorPort } = typed;
  const ports = {
    ...(port !== undefined && { port: wholeNumber('--port', port, ...PORTS) }),
    ...(processorPort !== undefined && {
      processorPort: wholeNumber('--processor-port', processorPort, ...PORTS),
    }),
  };
  if (ports.port !== undefined && ports.port === ports.processorPort) {
    throw new BadArguments('--port and --processor-port name the same port; give each its own.');
  }
  return ports;
}

function readPatients(typed: string | undefined, databaseUrl: string | undefined) {
  if (typed !== undefined) {
    return { patients: wholeNumber('--patients', typed, 1, PATIENTS_AT_MOST) };
  }
  // An empty database of somebody's may be waiting for its real patients.
  return databaseUrl ? {} : { patients: SANDBOX_PATIENTS };
}

/** Reads the words after the command; undefined when help was asked for. */
export function readArguments(
  words: readonly string[],
  { DATABASE_URL, PROCESSOR_URL, ...mail }: Environment,
): BackendArguments | undefined {
  const typed = readWords(words, options);
  if (typed.help) return undefined;
  if (PROCESSOR_URL && typed['processor-port'] !== undefined) {
    throw new BadArguments(
      '--processor-port is of the sandbox processor, whose place PROCESSOR_URL takes; give one of them.',
    );
  }
  return {
    ...readPorts(typed),
    data: folderPath('--data', typed.data),
    ...readMail(mail),
    ...readPatients(typed.patients, DATABASE_URL),
    seed: String(wholeNumber('--seed', typed.seed, 0, Number.MAX_SAFE_INTEGER)),
    ...(DATABASE_URL && { databaseUrl: postgresAddress('DATABASE_URL', DATABASE_URL) }),
    ...(PROCESSOR_URL && { processorUrl: processorAddress(PROCESSOR_URL) }),
  };
}
