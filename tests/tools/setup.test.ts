import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = path.resolve('tools/setup.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'remit-setup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function setUp(words: string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

function programIn(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text, { mode: 0o755 });
  return file;
}

describe('the set-up of a machine', () => {
  it('says nothing when it is quiet and nothing is missing', () => {
    const { status, stdout, stderr } = setUp(['--quiet']);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('tells each step in one line when it may speak', () => {
    const { stdout } = setUp(['--only=dependencies']);
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it('starts what it was for on the Node of the project, and ends as that ended', () => {
    const file = programIn(
      'follow-up.ts',
      'const words: string[] = process.argv.slice(2); console.log(process.version, ...words); process.exitCode = 7;',
    );
    const result = setUp(['--quiet', '--only=dependencies', '--then', file, '--json', '--quiet']);
    expect(result.stdout).toMatch(/^v24\.\S+ --json --quiet\n$/);
    expect(result.status).toBe(7);
  });

  it('refuses an option that it does not know, before it does anything', () => {
    const { status, stdout, stderr } = setUp(['--everything']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('setup does not know "--everything"');
  });

  it.runIf(process.platform === 'linux')(
    'names the step, the cause and the remedy when a library is missing',
    () => {
      programIn('ldconfig', '#!/bin/sh\necho "libnss3.so (libc6,x86-64) => /lib/libnss3.so"\n');
      const { status, stderr } = setUp(['--quiet'], {
        PATH: folder,
        DISPLAY: ':0',
        npm_config_user_agent: 'npm/11.19.1',
      });
      expect(status).toBe(1);
      expect(stderr).toContain('Setup stopped at: system libraries');
      expect(stderr).toMatch(/cause: {2}this machine lacks .*libgtk-3\.so\.0/);
      expect(stderr).not.toContain('libnss3.so');
      expect(stderr).toContain('remedy: install what brings them');
    },
  );
});
