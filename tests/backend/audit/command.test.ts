import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anchorDay, anchorsFile, keepOutside } from '#backend/audit/anchors.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { type AuditDatabase, openAuditDatabase } from '#tests/support/audit-chain.ts';
import { auditVerify } from '#tools/audit/run-verify.ts';

let audit: AuditDatabase;
let file: string;

beforeAll(async () => {
  audit = await openAuditDatabase();
  await audit.write(10);
  await audit.seal();
  await anchorDay(audit.db, audit.signer, Date.now());
  await keepOutside(audit.db, audit.folder);
  const { keyId, publicKey } = audit.signer;
  writeFileSync(keysFile(), JSON.stringify([{ keyId, publicKey }]));
  ({ file } = await audit.export());
});
afterAll(() => audit.close());

const keysFile = () => path.join(audit.folder, 'audit-public-keys.json');

/** The command itself, in a process of its own. */
function run(...words: string[]): Promise<{ exitCode: number; printed: string }> {
  const command = ['tools/audit-verify.ts', '--data', audit.folder, ...words];
  const options = {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: { ...process.env, DATABASE_URL: audit.databaseUrl },
  };
  return new Promise(resolve => {
    execFile(process.execPath, command, options, (error, printed, complaint) =>
      resolve({ exitCode: Number(error?.code ?? 0), printed: printed + complaint }),
    );
  });
}

/** The same within this one: a process takes seconds to start on a busy machine. */
async function verify(...words: string[]) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  vi.stubEnv('DATABASE_URL', audit.databaseUrl);
  const exitCode = await auditVerify(['--data', audit.folder, ...words], { say, complain: say });
  vi.unstubAllEnvs();
  return { exitCode, printed: lines.join('\n') };
}

it('the command finds nothing in an export and in a database that nobody touched', async () => {
  const [ofFile, ofDatabase] = [await verify(file), await run('--database', '--json')];
  expect(ofFile.printed).toContain('Nothing was altered, removed, inserted or reordered.');
  expect(ofFile.printed).not.toContain('--keys');
  expect(ofFile.exitCode).toBe(0);
  expect(JSON.parse(ofDatabase.printed)).toMatchObject({
    broken: null,
    anchors: 2,
    keysGiven: true,
    unsealed: { count: 0 },
  });
  expect(ofDatabase.exitCode).toBe(0);
});

it('the command names what it found, in words and as JSON, and ends with 1', async () => {
  const forged = path.join(audit.folder, 'forged.jsonl');
  writeFileSync(forged, readFileSync(file, 'utf8').replace('"thing 4"', '"thing 5"'));
  const [said, json] = [await run(forged), await verify(forged, '--json')];
  expect(said.printed).toMatch(
    /BROKEN \(altered\): Record \d+ does not have the hash written with it/,
  );
  expect(said.exitCode).toBe(1);
  expect(JSON.parse(json.printed)).toMatchObject({ broken: { what: 'altered' } });
  const keys = path.join(audit.folder, 'others.json');
  const { keyId, publicKey } = signerOf(newAuditKey());
  writeFileSync(keys, JSON.stringify([{ keyId, publicKey }]));
  const other = await verify(file, '--keys', keys);
  expect(other).toMatchObject({ exitCode: 1, printed: expect.stringContaining('wrong_key') });
});

it('the command says in one sentence what it cannot do, and ends with 2', async () => {
  for (const [words, why] of [
    [[], 'Say one of the two'],
    [['--database', file], 'Say one of the two'],
    [['nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
    [[file, '--keys', 'nowhere.json'], 'There is no file nowhere.json.'],
    [[file, '--keys', anchorsFile(audit.folder)], 'There are no keys to be read'],
    [['--colour'], "Unknown option '--colour'."],
  ] as const) {
    expect(await verify(...words)).toMatchObject({
      exitCode: 2,
      printed: expect.stringContaining(why),
    });
  }
});
