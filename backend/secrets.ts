import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type AuditKey, newAuditKey } from './audit/signing-key.ts';
import { inFolder } from './command/data-folder.ts';
import type { VaultKey } from './vault/key-ring.ts';

const Secrets = z.object({
  /** Keys the sandbox processor's fingerprints of card numbers. */
  fingerprintKey: z.string().min(32),
  /** Signs what the processor says unasked. */
  noticeSecret: z.string().min(32),
  /** The first key that seals bank account numbers; it keys their fingerprints for good. */
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

const KEYS_FILE = 'vault-keys.json';
const LaterKeys = z.object({
  later: z.array(z.object({ id: z.string().regex(/^[1-9]\d{0,5}$/), key: z.string().min(32) })),
});

async function readLaterKeys(folder: string): Promise<readonly VaultKey[]> {
  const file = path.resolve(folder, KEYS_FILE);
  return existsSync(file) ? (await readFrom(file, LaterKeys)).later : [];
}

/** Adds a key to the vault's: servers that start from now on seal with it. Gives its number. */
export async function addVaultKey(folder: string): Promise<string> {
  const later = await readLaterKeys(folder);
  const id = String(Number(later.at(-1)?.id ?? '1') + 1);
  const keys = { later: [...later, { id, key: newSecrets().vaultKey }] };
  await replaceWhole(folder, KEYS_FILE, keys);
  return id;
}

/** Whoever reads the file meanwhile reads what it was before, or all of what it is now. */
async function replaceWhole(folder: string, name: string, what: object): Promise<void> {
  const file = path.resolve(folder, name);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await inFolder(folder, async () => {
    await writeFile(draft, JSON.stringify(what), { mode: 0o600, flush: true });
    await rename(draft, file);
  });
}

/** The secrets of a data folder with every key of its vault. */
export interface KeptSecrets extends Secrets {
  readonly laterVaultKeys: readonly VaultKey[];
}

/** The secrets of a data folder, made at its first start; only their owner can read the files. */
export async function readSecrets(folder: string): Promise<KeptSecrets> {
  const laterVaultKeys = await readLaterKeys(folder);
  return { ...(await readFirstSecrets(folder)), laterVaultKeys };
}

async function readFirstSecrets(folder: string): Promise<Secrets> {
  const fresh = newSecrets();
  const { vaultKey, ...first } = await readOrMake(folder, 'secrets.json', fresh, FirstSecrets);
  if (vaultKey !== undefined) return { ...first, vaultKey };
  // A folder of before there was a vault of bank accounts; what its file holds is never written again.
  const made = { vaultKey: fresh.vaultKey };
  return { ...first, ...(await readOrMake(folder, 'vault-key.json', made, LaterSecrets)) };
}

const AUDIT_KEYS_FILE = 'audit-keys.json';
const AuditKeys = z.object({
  keys: z.tuple(
    [z.object({ privateKey: z.string().min(60) })],
    z.object({ privateKey: z.string().min(60) }),
  ),
});

/** The keys that sign the audit chain, oldest first, made at the first start; the last one signs. */
export async function readAuditKeys(folder: string): Promise<readonly [AuditKey, ...AuditKey[]]> {
  const made = { keys: [newAuditKey()] };
  return (await readOrMake(folder, AUDIT_KEYS_FILE, made, AuditKeys)).keys;
}

/** Adds a key that signs the audit chain; servers that start from now on sign with it. */
export async function addAuditKey(folder: string): Promise<AuditKey> {
  const keys = await readAuditKeys(folder);
  const added = newAuditKey();
  await replaceWhole(folder, AUDIT_KEYS_FILE, { keys: [...keys, added] });
  return added;
}
