import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesk } from './build-desk.ts';
import { recordInto } from './demo/record.ts';
import { openDemoSandbox } from './demo/sandbox.ts';
import { type ScenarioName, scenarioNamed, scenarios } from './demo/scenarios.ts';
import { stepsOn } from './demo/steps.ts';
import { type DrivenDesk, driveDesk } from './drive-desk.ts';
import { hasDisplay, withDisplay } from './runtime/display.ts';
import { locateRuntime } from './runtime/locate.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    scenario: { type: 'string', default: 'card' },
  },
});
const say = options.json ? () => undefined : (line: string) => console.log(line);

/** Plays a scenario in the real application without hands and leaves its pictures in a folder. */
async function play(scenario: ScenarioName): Promise<void> {
  const folder = resolve(scenario === 'card' ? 'out/demo' : `out/demo-${scenario}`);
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
    const { step } = recording;
    const played = await scenarios[scenario]({ desk, steps, step, sandbox, folder });
    const actions = steps.hands.actions();
    for (const [fact, value] of Object.entries(played)) say(`    ${fact}: ${value}`);
    say(`${actions} actions, typed characters aside; pictures are in ${folder}`);
    if (options.json) {
      const told = { electronVersion, scenario, steps: recording.steps, ...played, actions };
      console.log(JSON.stringify(told));
    }
  } finally {
    await desk?.close();
    await sandbox.end();
  }
}

const scenario = scenarioNamed(options.scenario);
if (!scenario) {
  const known = Object.keys(scenarios).join(', ');
  console.error(`There is no scenario “${options.scenario}”; ask for one of: ${known}.`);
  process.exitCode = 2;
} else if (hasDisplay()) {
  await play(scenario);
} else {
  const [program, ...args] = withDisplay(process.execPath, [
    import.meta.filename,
    ...process.argv.slice(2),
  ]);
  process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}
