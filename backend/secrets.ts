import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { inFolder } from './command/data-folder.ts';

const Secrets = z.object({
  /** Keys the sandbox processor's fingerprints of card numbers. */
  fingerprintKey: z.string().min(32),
  /** Signs what the processor says unasked. */
  noticeSecret: z.string().min(32),
  /** Seals bank account numbers, and keys their fingerprints. */
  vaultKey: z.string().min(32),
});
export type Secrets = z.output<typeof Secrets>;

export function newSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('base64url');
  return { fingerprintKey: secret(), noticeSecret: secret(), vaultKey: secret() };
}

/** Written whole or not at all; of two first starts at once one is believed. */
async function makeSecrets(folder: string, file: string, secrets: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(secrets), { mode: 0o600 });
  await link(draft, file).catch(error => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

async function readFrom<Kept>(file: string, kept: z.ZodType<Kept>): Promise<Kept> {
  try {
    return kept.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(
      `The secrets in ${file} cannot be read; put the file back as it was, or move it away to have new ones made.`,
      { cause },
    );
  }
}

async function readOrMake<Kept>(
  folder: string,
  name: string,
  made: object,
  kept: z.ZodType<Kept>,
): Promise<Kept> {
  const file = path.resolve(folder, name);
  if (!existsSync(file)) await inFolder(folder, () => makeSecrets(folder, file, made));
  return readFrom(file, kept);
}

const FirstSecrets = Secrets.partial({ vaultKey: true });
const LaterSecrets = Secrets.pick({ vaultKey: true });

/** The secrets of a data folder, made at its first start; only their owner can read the files. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const fresh = newSecrets();
  const { vaultKey, ...first } = await readOrMake(folder, 'secrets.json', fresh, FirstSecrets);
  if (vaultKey !== undefined) return { ...first, vaultKey };
  // A folder of before there was a vault of bank accounts; what its file holds is never written again.
  const made = { vaultKey: fresh.vaultKey };
  return { ...first, ...(await readOrMake(folder, 'vault-key.json', made, LaterSecrets)) };
}
