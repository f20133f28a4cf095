import { isAbsolute } from 'node:path';
import { z } from 'zod';

const Settings = z.object({
  /** Where the billing backend answers. */
  REMIT_BACKEND_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:7420'),
  /** `1`: a sandbox, which keeps its key in a file and says so on the screen. */
  REMIT_SANDBOX: z.enum(['0', '1']).default('0'),
  REMIT_DATA_FOLDER: z.string().refine(isAbsolute).optional(),
  REMIT_SQLITE_BINDING: z.string().refine(isAbsolute).optional(),
});

export interface DeskSettings {
  readonly backendUrl: string;
  readonly sandbox: boolean;
  readonly dataFolder: string | undefined;
  readonly sqliteBinding: string | undefined;
}

/** The settings cannot be used; the message names which and why. */
export class BadSettings extends Error {}

/** Loopback may be plain; anything else must be HTTPS. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** Reads the desk's settings from the environment. Throws BadSettings. */
export function readSettings(environment: Record<string, string | undefined>): DeskSettings {
  const read = Settings.safeParse(environment);
  if (!read.success) {
    throw new BadSettings(read.error.issues.map(each => each.path.join('.')).join(', '));
  }
  const { REMIT_BACKEND_URL, REMIT_SANDBOX, REMIT_DATA_FOLDER, REMIT_SQLITE_BINDING } = read.data;
  if (!isSafe(REMIT_BACKEND_URL)) throw new BadSettings('REMIT_BACKEND_URL');
  return {
    backendUrl: REMIT_BACKEND_URL.replace(/\/$/, ''),
    sandbox: REMIT_SANDBOX === '1',
    dataFolder: REMIT_DATA_FOLDER,
    sqliteBinding: REMIT_SQLITE_BINDING,
  };
}
