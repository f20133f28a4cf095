import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';
import { cacheFolder, modulesFolder, projectNode } from './paths.mjs';
import { run } from './run.mjs';
import { scratchFolder } from './scratch.mjs';

// The binaries in better-sqlite3's package speak Node-API 10, which Electron 36
// brought; an older one crashes in them. What they use of it was there before as
// "experimental", so that is what the binding for older ones is built for.
const FIRST_ELECTRON_WITH_NODE_API_10 = 36;
const EXPERIMENTAL = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -include node-api-experimental.h';

// The package's own -O3 with link-time optimisation takes three times as long,
// and this binding only stands in on machines of developers and builds.
const OPTIMISE = '-O1 -fno-lto';

// The package of Node-API headers lacks the experimental function that moves the
// end of an object out of the garbage collection, without which Node stops there.
const EXPERIMENTAL_HEADER = `#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    napi_env env, napi_finalize finalize_cb, void* finalize_data, void* finalize_hint);
EXTERN_C_END
`;

// node-gyp expects this file beside Node's own headers.
const COMMON_GYPI = "{ 'target_defaults': { 'cflags': ['-fPIC'] } }\n";

export function needsOwnBinding(electronVersion) {
  return Number(electronVersion.split('.')[0]) < FIRST_ELECTRON_WITH_NODE_API_10;
}

export function findBinding() {
  return existsSync(bindingFile()) ? bindingFile() : undefined;
}

export async function compileBinding(progress) {
  if (findBinding()) return { text: 'compiled before', changed: false };
  progress('compiling, about 40 s');
  const scratch = scratchFolder('sqlite');
  const source = layOutSource(scratch);
  const { code, output } = await run(
    projectNode(),
    [
      path.join(modulesFolder, 'node-gyp/bin/node-gyp.js'),
      ...['rebuild', '--release', '--force_build=1', '--jobs', 'max'],
      `--nodedir=${path.join(scratch, 'headers')}`,
    ],
    { cwd: source, env: compilerEnvironment() },
  );
  if (code !== 0)
    throw new StepFailure(
      'better-sqlite3 could not be compiled for this Electron.',
      'see that g++ (with C++20), make and Python 3.8 or later work, then run: npm run setup',
      output,
    );
  renameSync(path.join(source, 'build/Release/better_sqlite3.node'), bindingFile());
  rmSync(scratch, { recursive: true, force: true });
  return { text: `compiled ${path.basename(bindingFile())}`, changed: true };
}

function layOutSource(scratch) {
  const source = path.join(scratch, 'node_modules/better-sqlite3');
  for (const name of ['better-sqlite3', 'node-addon-api'])
    cpSync(path.join(modulesFolder, name), path.join(scratch, 'node_modules', name), {
      recursive: true,
    });
  const headers = path.join(scratch, 'headers/include/node');
  mkdirSync(headers, { recursive: true });
  cpSync(path.join(modulesFolder, 'node-api-headers/include'), headers, { recursive: true });
  writeFileSync(path.join(headers, 'common.gypi'), COMMON_GYPI);
  writeFileSync(path.join(headers, 'node-api-experimental.h'), EXPERIMENTAL_HEADER);
  return source;
}

/** npm's own settings would change where node-gyp looks for headers. */
function compilerEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^npm_config_/i.test(name)) delete env[name];
  env.PATH = [path.dirname(projectNode()), env.PATH].join(path.delimiter);
  env.CFLAGS = OPTIMISE;
  env.CXXFLAGS = `${OPTIMISE} ${EXPERIMENTAL}`;
  env.LDFLAGS = '-fno-lto';
  return env;
}

function bindingFile() {
  const { version } = JSON.parse(
    readFileSync(path.join(modulesFolder, 'better-sqlite3/package.json'), 'utf8'),
  );
  const recipe = createHash('sha256').update(EXPERIMENTAL + OPTIMISE + EXPERIMENTAL_HEADER);
  const mark = recipe.digest('hex').slice(0, 8);
  const name = `better-sqlite3-${version}-${process.platform}-${process.arch}-${mark}.node`;
  return path.join(cacheFolder(), name);
}
