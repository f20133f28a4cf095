// Brings a fresh clone to the point where it runs. Plain JavaScript without
// dependencies, because it runs before there are any, on Node 20.
import { readyDependencies } from './setup/dependencies.mjs';
import { StepFailure } from './setup/failure.mjs';
import { continueWith } from './setup/follow-up.mjs';
import { readyNode } from './setup/node-version.mjs';
import { readOptions } from './setup/options.mjs';
import { readyPostgres } from './setup/postgres.mjs';
import { createReport } from './setup/report.mjs';
import { readyRuntime } from './setup/runtime.mjs';
import { readyLibraries } from './setup/system.mjs';
import { together } from './setup/together.mjs';

const options = readOptions(process.argv.slice(2));
const report = createReport({ quiet: options.quiet });
const withRuntime = options.only !== 'dependencies';

try {
  await report.step('node', readyNode);
  await together([
    report.step('dependencies', readyDependencies),
    withRuntime && report.step('system libraries', readyLibraries),
  ]);
  await report.step('PostgreSQL', readyPostgres);
  if (withRuntime) await readyRuntime(report, options);
} catch (error) {
  if (!(error instanceof StepFailure)) throw error;
  report.failed(error);
  process.exit(1);
}

if (options.followUp) continueWith(options.followUp);
