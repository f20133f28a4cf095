import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtimeRecord } from './paths.mjs';

/** Writes down for tools/runtime/locate.ts what was chosen. */
export function recordRuntime(electron, sqliteBinding) {
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
  mkdirSync(path.dirname(runtimeRecord), { recursive: true });
  writeFileSync(runtimeRecord, record);
  return { text, changed: true };
}
