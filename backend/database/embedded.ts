import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { inFolder } from '../command/data-folder.ts';
import { isLiving } from './living-process.ts';
import { runProgram, type ServerUser, serverUser } from './postgres-programs.ts';

const SUPERUSER = 'remit';
const DATABASE = 'remit';

export interface EmbeddedServer {
  /** Of the database `remit`. */
  readonly databaseUrl: string;
  /** Whether this process started (or took over) the server and will stop it. */
  readonly ours: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Any free one when left out; ignored when the folder's server already runs. */
  readonly port?: number;
  /** Server settings, as `name=value`. */
  readonly settings?: readonly string[];
}

/**
 * The PostgreSQL of a data folder, on loopback, made if there is none yet. One server per folder: when
 * it already runs for another living process, this one joins it; when its owner was killed, it is
 * taken over.
 */
export async function openEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const files = filesOf(folder);
  const user = await serverUser();
  if (!existsSync(files.password)) await inFolder(folder, () => initialise(files, user));
  const ours = !(await hasLivingOwner(files));
  async function stop(): Promise<void> {
    if (!ours) return;
    await runProgram('pg_ctl', ['stop', '-m', 'fast', '-w'], files.data, user);
    await rm(files.owner, { force: true });
  }
  if (ours) await inFolder(folder, () => writeFile(files.owner, String(process.pid)));
  try {
    if (!(await isRunning(files))) await start(files, user, options);
    return { databaseUrl: await urlOf(files), ours, stop };
  } catch (error) {
    // A server that came up only half is not left behind.
    await stop();
    throw error;
  }
}

interface Files {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly owner: string;
}

function filesOf(folder: string): Files {
  const absolute = path.resolve(folder);
  return {
    folder: absolute,
    data: path.join(absolute, 'postgres'),
    password: path.join(absolute, 'postgres-password'),
    owner: path.join(absolute, 'postgres-owner.pid'),
  };
}

/** The password gets its name last: without it, what an earlier try left is thrown away. */
async function initialise(files: Files, user: ServerUser): Promise<void> {
  await rm(files.data, { recursive: true, force: true });
  await mkdir(files.folder, { recursive: true });
  await mkdir(files.data, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const forInitdb = path.join(files.folder, 'initdb-password');
  await writeFile(forInitdb, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(files.data, user.uid, user.gid);
    await chown(forInitdb, user.uid, user.gid);
  }
  const words = [
    `--username=${SUPERUSER}`,
    `--pwfile=${forInitdb}`,
    '--auth=scram-sha-256',
    // The same letters and the same order on every machine.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const code = await runProgram('initdb', words, files.data, user);
  if (code !== 0) {
    await rm(forInitdb);
    throw new Error(
      `PostgreSQL could not make its files in ${files.data}; check that the disk has space and the folder can be written.`,
    );
  }
  // Only root starts the server as somebody else.
  if (user.uid !== undefined) await chown(forInitdb, 0, 0);
  await rename(forInitdb, files.password);
}

async function hasLivingOwner(files: Files): Promise<boolean> {
  const pid = Number(await readFile(files.owner, 'utf8').catch(() => ''));
  return pid > 0 && pid !== process.pid && isLiving(pid);
}

/**
 * Whether the folder's server answers. A lock file that a killed server left behind may name a process
 * number that now belongs to something else, which PostgreSQL would not start beside: it is removed.
 * (Were a server really there, its shared memory would still keep a second one out.)
 */
async function isRunning(files: Files): Promise<boolean> {
  const lock = path.join(files.data, 'postmaster.pid');
  for (let refusals = 0; existsSync(lock); ) {
    const answer = await knock(files);
    if (answer === 'open') return true;
    if (answer === 'refused') refusals += 1;
    const pid = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10);
    if (!(pid > 0 && isLiving(pid)) || refusals === 8) await rm(lock, { force: true });
    else await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}

async function knock(files: Files): Promise<'open' | 'starting' | 'refused'> {
  const client = new pg.Client({ connectionString: await urlOf(files, 'postgres') });
  try {
    await client.connect();
    return 'open';
  } catch (error) {
    const CANNOT_CONNECT_NOW = '57P03';
    return error instanceof pg.DatabaseError && error.code === CANNOT_CONNECT_NOW
      ? 'starting'
      : 'refused';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(files: Files, user: ServerUser, options: EmbeddedOptions): Promise<void> {
  const port = options.port ?? (await freePort());
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'max_connections=200',
    ...(options.settings ?? []),
  ];
  const flags = settings.map(setting => `-c ${setting}`).join(' ');
  const log = path.join(files.data, 'server.log');
  const words = ['start', '-l', log, '-w', '-t', '60', '-o', flags];
  const code = await runProgram('pg_ctl', words, files.data, user);
  if (code !== 0) {
    throw new Error(
      `PostgreSQL did not start; check that the disk has space, and see ${log} for its reason.`,
    );
  }
  const client = new pg.Client({ connectionString: await urlOf(files, 'postgres') });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

/** The server writes its port on the fourth line of its lock file. */
async function urlOf(files: Files, database = DATABASE): Promise<string> {
  const password = await readFile(files.password, 'utf8');
  const lock = await readFile(path.join(files.data, 'postmaster.pid'), 'utf8');
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${lock.split('\n')[3]}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
