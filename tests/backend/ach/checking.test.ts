import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const files = path.join(root, 'tests/shared/ach/files');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'remit-ach-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(words: string[], input = '') {
  const command = ['--max-old-space-size=24', 'backend/ach/check-command.ts', ...words];
  const options = { cwd: root, encoding: 'latin1', input, maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, stdout, stderr };
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text, 'latin1');
  return file;
}

describe('the command that checks Nacha files', () => {
  it('sums up a correct file and names its returns', () => {
    const { status, stdout } = check([path.join(files, 'returns.ach')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/batches: 3\nentries: 4\naddenda: 11\ndebits: \$812\.40\n/);
    expect(stdout).toMatch(/return R01 \(Insufficient funds\): debit of \$312\.40/);
  });

  it('gives machines one object', () => {
    const { status, stdout } = check([path.join(files, 'cor.ach'), '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      batches: 2,
      entries: 8,
      notices: expect.arrayContaining([
        expect.objectContaining({ line: 4, code: 'C01', trace: '121000240000101' }),
      ]),
      warnings: [],
      faults: [],
    });
  });

  it('names each fault by its line', () => {
    const text = readFileSync(path.join(files, 'tel.ach'), 'latin1');
    const { status, stdout } = check([
      written('wrong.ach', text.replace('121042882', '121042883')),
    ]);
    expect(status).toBe(1);
    expect(stdout).toBe('line 3: The check digit 3 of bank 12104288 should be 2.\n');
  });

  it('reads standard input', () => {
    const text = readFileSync(path.join(files, 'tel.ach'), 'latin1');
    expect(check(['-'], text)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('what cannot be checked is said in one sentence', () => {
  const unreadable: [string, string[], RegExp][] = [
    ['no file named', [], /^usage: /],
    ['two files named', ['a', 'b'], /^usage: /],
    ['an unknown option', ['--fast', 'a'], /^usage: /],
    ['a file that is not there', ['/nowhere.ach'], /^Cannot read \/nowhere.ach: there is no such/],
    ['a folder', [files], /it is a folder, not a file/],
  ];
  test.each(unreadable)('%s', (_, words, sentence) => {
    const { status, stdout, stderr } = check(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim()).not.toContain('\n');
  });

  it('an empty file, and a picture', () => {
    expect(check([written('empty.ach', '')])).toMatchObject({
      status: 1,
      stdout: 'line 1: The file is empty.\n',
    });
    const picture = written('picture.ach', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
    expect(check([picture]).stdout).toBe('line 1: This is not a Nacha file but binary data.\n');
  });
});

test('a file far larger than the memory is read as a stream', () => {
  const [header, batch, entry = ''] = readFileSync(path.join(files, 'tel.ach'), 'latin1').split(
    '\n',
  );
  const entries = Array.from(
    { length: 400_000 },
    (_, place) => `${entry.slice(0, 87)}${String(place + 1).padStart(7, '0')}`,
  );
  const text = [header, batch, ...entries].join('\n');
  expect(text.length).toBeGreaterThan(36_000_000);
  const { status, stdout } = check([written('large.ach', text)]);
  expect(status).toBe(1);
  expect(stdout).toContain('line 400002: The file ends within a batch.');
});
