import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtimeRecord } from './paths.mjs';
import { proveRuntime } from './runtime-proof.mjs';

/** Writes down for tools/runtime/locate.ts what was chosen, once it has been seen to work. */
export async function recordRuntime(electron, sqliteBinding) {
  const record = JSON.stringify(
    {
      executablePath: electron.executablePath,
      electronVersion: electron.version,
      source: electron.source,
      sqliteBinding,
    },
    undefined,
    2,
  );
  const text = `Electron ${electron.version}, ${electron.source}`;
  if (existsSync(runtimeRecord) && readFileSync(runtimeRecord, 'utf8') === record)
    return { text, changed: false };
  await proveRuntime(electron, sqliteBinding);
  mkdirSync(path.dirname(runtimeRecord), { recursive: true });
  writeFileSync(runtimeRecord, record);
  return { text, changed: true };
}
