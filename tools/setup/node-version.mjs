import { StepFailure } from './failure.mjs';
import { runNpm } from './npm.mjs';

const OLDEST_NODE = [20, 18];
const OLDEST_NPM = [10, 0];

export async function readyNode() {
  const node = process.versions.node;
  if (isOlder(node, OLDEST_NODE))
    throw new StepFailure(
      `Node ${node} is too old: ${OLDEST_NODE.join('.')} or later is needed to begin.`,
      'install Node 20.18 or later from your system or a version manager, then run the command again',
    );
  const npm = await npmVersion();
  if (isOlder(npm, OLDEST_NPM))
    throw new StepFailure(`npm ${npm} is too old.`, 'run: npm install --global npm@11');
  return { text: `${node}, npm ${npm}`, changed: false };
}

/** npm says its version to the scripts it starts; asking it again would take a quarter second. */
async function npmVersion() {
  const told = /\bnpm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '');
  if (told) return told[1];
  const { code, output } = await runNpm(['--version']);
  const version = output.split('\n').pop();
  if (code !== 0 || !/^\d+\./.test(version))
    throw new StepFailure(
      'npm cannot be started.',
      'install npm 11 next to Node, then run again',
      output,
    );
  return version;
}

function isOlder(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}
