import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const Secrets = z.object({
  /** Keys the sandbox processor's fingerprints of card numbers. */
  fingerprintKey: z.string().min(32),
  /** Signs what the processor says unasked. */
  noticeSecret: z.string().min(32),
});
export type Secrets = z.output<typeof Secrets>;

export function newSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('base64url');
  return { fingerprintKey: secret(), noticeSecret: secret() };
}

/** The secrets of a data folder, made at its first start; only their owner can read the file. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = path.join(folder, 'secrets.json');
  await mkdir(folder, { recursive: true });
  try {
    // Fails when the file is there, so that of two first starts at once one is believed.
    await writeFile(file, JSON.stringify(newSecrets()), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Secrets.parse(JSON.parse(await readFile(file, 'utf8')));
}
