import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PublicAuditKey } from '#shared/audit/signed-head.ts';
import { inFolder } from '../command/data-folder.ts';
import { readAuditKeys } from '../secrets.ts';
import { signerOf } from './signing-key.ts';

/** Holds what whoever verifies a chain needs to know, and nothing secret. */
export const PUBLIC_KEYS_FILE = 'audit-public-keys.json';

/** Writes the public keys beside the secret ones, to be handed to whoever verifies. */
export async function publishKeys(folder: string): Promise<void> {
  const keys = (await readAuditKeys(folder)).map((key): PublicAuditKey => {
    const { keyId, publicKey } = signerOf(key);
    return { keyId, publicKey };
  });
  const file = path.resolve(folder, PUBLIC_KEYS_FILE);
  await inFolder(folder, () => writeFile(file, `${JSON.stringify(keys)}\n`, { mode: 0o644 }));
}
