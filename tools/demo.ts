import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesk } from './build-desk.ts';
import { playCardCall } from './demo/card-call.ts';
import { recordInto } from './demo/record.ts';
import { openDemoSandbox } from './demo/sandbox.ts';
import { stepsOn } from './demo/steps.ts';
import { type DrivenDesk, driveDesk } from './drive-desk.ts';
import { hasDisplay, withDisplay } from './runtime/display.ts';
import { locateRuntime } from './runtime/locate.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const say = options.json ? () => undefined : (line: string) => console.log(line);
const folder = resolve('out/demo');

/** Plays a whole call in the real application without hands and leaves its pictures in out/demo. */
async function play(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { electronVersion, source } = locateRuntime();
  say(`Electron ${electronVersion} (${source}), Node ${process.version}`);
  let desk: DrivenDesk | undefined;
  const recording = recordInto(folder, () => desk, say);
  await recording.step('build the desk', buildDesk, { picture: false });
  const started = performance.now();
  const sandbox = await openDemoSandbox(say);
  say(`    backend ready after ${Math.round(performance.now() - started)} ms`);
  try {
    await recording.step('open the desk', async () => {
      desk = await driveDesk({ backendUrl: sandbox.backend.url, dataFolder: sandbox.deskFolder });
      await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    });
    if (!desk) throw new Error('The desk did not open.');
    const steps = stepsOn(desk);
    const call = await playCardCall(desk, steps, recording, folder);
    const actions = steps.hands.actions();
    say(`Confirmation ${call.confirmationNumber}; ${actions} actions, typed characters aside`);
    say(`Pictures and receipt are in ${folder}`);
    if (options.json) {
      console.log(JSON.stringify({ electronVersion, steps: recording.steps, ...call, actions }));
    }
  } finally {
    await desk?.close();
    await sandbox.end();
  }
}

if (hasDisplay()) {
  await play();
} else {
  const [program, ...args] = withDisplay(process.execPath, [
    import.meta.filename,
    ...process.argv.slice(2),
  ]);
  process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}
