import { parseArgs } from 'node:util';
import { build as bundle } from 'vite';
import { packageDesk } from './packaging/package-desk.ts';
import { packagedDesk } from './packaging/packaged-desk.ts';

const USAGE = `usage: npm run package -- [--inspectable | --release]
  (nothing)       the unpacked application with a release's fuses, in out/package
  --inspectable   the same, but a test may drive it, in out/package-inspectable
  --release       signed installers; on a release machine, with REMIT_UPDATE_URL`;

const { values } = parseArgs({
  options: { inspectable: { type: 'boolean' }, release: { type: 'boolean' } },
});
if (values.inspectable && values.release) {
  console.error(`A release is never inspectable.\n${USAGE}`);
  process.exit(2);
}

const kind = values.release ? 'release' : values.inspectable ? 'inspectable' : 'trial';
await bundle({ configFile: 'vite.config.ts', logLevel: 'warn' });
await packageDesk(kind);
console.log(`Packaged: ${packagedDesk(kind)}`);
