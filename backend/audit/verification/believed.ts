import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PublicAuditKey } from '#shared/audit/signed-head.ts';
import { anchorsFile, fileAnchors } from '../anchors.ts';
import { PUBLIC_KEYS_FILE } from '../public-keys.ts';
import { signerOf } from '../signing-key.ts';
import type { AuditOptions } from '../start-audit.ts';
import type { Believed } from '../verify/verify-export.ts';

/**
 * What a server believes besides its database: the keys and the days' anchors of its own folder. One that
 * signs nothing has neither, and takes the keys of the database, which proves less.
 */
export async function believedOf(audit: AuditOptions | undefined): Promise<Believed> {
  if (!audit) return { outside: [] };
  const file = path.resolve(audit.folder, PUBLIC_KEYS_FILE);
  const published = existsSync(file)
    ? z.array(PublicAuditKey).parse(JSON.parse(await readFile(file, 'utf8')))
    : [];
  const { keyId, publicKey } = signerOf(audit.key);
  const outside = await fileAnchors(anchorsFile(audit.folder));
  return { keys: [...published, { keyId, publicKey }], outside };
}
