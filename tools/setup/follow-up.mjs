import { spawn } from 'node:child_process';
import { projectNode, rootFolder } from './paths.mjs';

/**
 * Starts the command that setup was for, on the Node that the project brings.
 * A shell cannot do this with `&&`: it has already looked up `node` for setup,
 * and keeps the old one although the dependencies have brought another.
 */
export function continueWith([file, ...words]) {
  const child = spawn(projectNode() ?? process.execPath, [file, ...words], {
    cwd: rootFolder,
    stdio: 'inherit',
  });
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  // A terminal sends its interrupt to both; the one who does the work decides.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : (code ?? 1);
  });
}
