import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { withDisplay } from './runtime/display.ts';
import { locateRuntime } from './runtime/locate.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const REPORT = '.cache/test-report.json';

/** What must hold before a single test runs; import zones are the references of the tsconfigs. */
const standing: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types and import zones', command: ['tsc', '-b'] },
  { name: 'dead code', command: ['knip'] },
];

const TestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
});

function run([program, ...args]: readonly [string, ...string[]]): boolean {
  const started = performance.now();
  const onWindows = process.platform === 'win32';
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: onWindows });
  console.log(
    `  ${program} ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((performance.now() - started) / 1000)} s`,
  );
  return status === 0;
}

function runTests(): { passed: number; failed: number } {
  mkdirSync('.cache', { recursive: true });
  const [program, ...args] = withDisplay('vitest', [
    'run',
    ...process.argv.slice(2),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ]);
  const green = run([program, ...args]);
  const report = TestReport.safeParse(JSON.parse(readFileSync(REPORT, 'utf8')));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = report.data;
  const failed = Math.max(numFailedTests, numFailedTestSuites, green ? 0 : 1);
  return { passed: numPassedTests, failed };
}

const { electronVersion, source } = locateRuntime();
console.log(`Tests run on Electron ${electronVersion} (${source}), Node ${process.version}.`);
let passed = 0;
let failed = 0;
for (const { name, command } of standing) {
  console.log(name);
  if (run(command)) passed += 1;
  else failed += 1;
}
const tests = runTests();
console.log(`${passed + tests.passed} passed, ${failed + tests.failed} failed`);
process.exitCode = failed + tests.failed === 0 ? 0 : 1;
