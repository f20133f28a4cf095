import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { receiveAchFile } from '#backend/ach/receive/receive-ach-file.ts';
import { sealWith } from '#backend/ach/seal.ts';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { addVaultKey, readSecrets } from '#backend/secrets.ts';
import { personas } from '#backend/seed/personas.ts';
import { bankVault } from '#backend/vault/bank-vault.ts';
import { documentVault } from '#backend/vault/document-vault.ts';
import { keyIdOf } from '#backend/vault/key-ring.ts';
import { openBankAccount } from '#backend/vault/open-bank-account.ts';
import { reseal } from '#backend/vault/reseal.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { signIn } from '#tests/support/backend-client.ts';
import { captureAccount, payersAccount } from '#tests/support/debit-order.ts';
import { pdfOfBytes } from '#tests/support/documents.ts';
import { openApplication } from '#tests/support/open-application.ts';
import { sendDocument } from '#tests/support/send-document.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const COMMAND = path.resolve(import.meta.dirname, '../../../backend/vault/rotate-command.ts');
const NUMBER = '70031842975516';

let backend: TestBackend;
let db: Database;
let folder: string;
let document: Buffer;

beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  db = connect(openPool(backend.databaseUrl, 2));
  folder = mkdtempSync(path.join(tmpdir(), 'remit-keys-'));
  writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify(backend.secrets));
  for (const cents of [1_000, 2_000, 3_000]) {
    await debit(backend, personas.marisol, cents, NUMBER, '2026-11-24');
  }
  const { applicationId } = await openApplication(backend);
  document = await pdfOfBytes(300 * 1024);
  const sent = await sendDocument(await backend.signIn('c.okafor'), {
    applicationId,
    bytes: document,
  });
  expect(sent).toMatchObject({ ok: true });
  backend.moveTo('2026-11-24T17:01-08:00');
  const ach = achOf(backend);
  expect(await originateAch(ach)).toMatchObject({ files: 1, entries: 3 });
  await receiveAchFile(ach, 'no file of a bank\n');
  await ach.end();
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
  await backend.stop();
});

function rotate(...words: string[]) {
  const child = spawn(process.execPath, [COMMAND, '--data', folder, ...words], {
    env: { ...process.env, DATABASE_URL: backend.databaseUrl },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', text => (said.out += text));
  child.stderr.on('data', text => (said.err += text));
  const ended = once(child, 'close').then(([code]) => ({ code, ...said }));
  return { child, ended };
}

/** Under which key each thing is sealed. */
async function keysOf(): Promise<Record<string, string[]>> {
  const of = async (table: string, column: string) => {
    const { rows } = await backend.pool.query(`SELECT ${column} AS sealed FROM ${table}`);
    return rows.map(({ sealed }) => keyIdOf(sealed)).sort();
  };
  return {
    accounts: await of('bank_account', 'account_number_sealed'),
    sent: await of('ach_file', 'sealed'),
    received: await of('ach_received_file', 'sealed'),
    documents: await of('application_document_piece', 'sealed'),
  };
}

const under = (id: string) => ({
  accounts: Array(3).fill(id),
  sent: [id],
  received: [id],
  documents: [id, id],
});

async function opened() {
  const keys = await readSecrets(folder);
  const vault = bankVault(keys.vaultKey, keys.laterVaultKeys);
  const seal = sealWith(keys.vaultKey, 'ach files', keys.laterVaultKeys);
  const { rows: accounts } = await backend.pool.query(
    'SELECT token, fingerprint FROM bank_account',
  );
  for (const { token, fingerprint } of accounts) {
    expect(await openBankAccount(db, vault, token)).toMatchObject({ accountNumber: NUMBER });
    expect(fingerprint).toBe(vault.fingerprint(payersAccount.routingNumber, NUMBER));
  }
  const documents = documentVault(keys.vaultKey, keys.laterVaultKeys);
  const { rows: pieces } = await backend.pool.query(
    'SELECT piece_key, sealed FROM application_document_piece ORDER BY number',
  );
  const whole = pieces.map(({ piece_key: key, sealed }) => documents.open(key, sealed));
  expect(Buffer.concat(whole).equals(document)).toBe(true);
  const { rows: files } = await backend.pool.query('SELECT sealed FROM ach_file');
  return files.map(({ sealed }) => seal.open(sealed)).join('');
}

it('a new key seals what comes, and after the rotation everything; files and fingerprints stay the same', async () => {
  const before = await opened();
  expect(before).toContain(NUMBER);
  expect(await keysOf()).toEqual(under('1'));
  expect(await rotate('--new-key').ended).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Key 2 is made in vault-keys.json; restart every server/),
  });
  expect(statSync(path.join(folder, 'vault-keys.json')).mode & 0o077).toBe(0);
  expect(await rotate().ended).toMatchObject({
    code: 0,
    out: '7 numbers and files are sealed anew; all that is kept is sealed with key 2.\n',
  });
  expect(await keysOf()).toEqual(under('2'));
  expect(await opened()).toBe(before);
  await addVaultKey(folder);
  expect(await reseal(db, await readSecrets(folder))).toBe(7);
  expect(await keysOf()).toEqual(under('3'));
  expect(await opened()).toBe(before);
  expect(await reseal(db, await readSecrets(folder))).toBe(0);
});

it('a server with both keys seals with the new one, which one without it cannot open', async () => {
  const { vaultKey } = backend.secrets;
  await addVaultKey(folder);
  const { laterVaultKeys } = await readSecrets(folder);
  await backend.stopServer();
  const server = await backend.startAnother({ laterVaultKeys });
  const call = await verifiedCall(await signIn(server.url), personas.otis);
  const token = await captureAccount(call, { accountNumber: NUMBER });
  const { rows } = await backend.pool.query(
    'SELECT account_number_sealed AS sealed FROM bank_account WHERE token = $1',
    [token],
  );
  expect(keyIdOf(rows[0].sealed)).toBe('2');
  expect(await openBankAccount(db, bankVault(vaultKey, laterVaultKeys), token)).toMatchObject({
    accountNumber: NUMBER,
  });
  await expect(openBankAccount(db, bankVault(vaultKey), token)).rejects.toThrow(
    'Key 2 of the vault is missing here',
  );
});

it('a rotation that is killed in the middle goes on where it was', async () => {
  await addVaultKey(folder);
  const holder = await backend.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM ach_file FOR UPDATE');
  const { child, ended } = rotate();
  try {
    await expect.poll(async () => (await keysOf()).accounts).toEqual(['2', '2', '2']);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await keysOf()).toEqual({
    ...under('2'),
    sent: ['1'],
    received: ['1'],
    documents: ['1', '1'],
  });
  expect(await opened()).toContain(NUMBER);
  expect(await rotate().ended).toMatchObject({ code: 0, out: expect.stringMatching(/^4 numbers/) });
  expect(await keysOf()).toEqual(under('2'));
});

it('a rotation without an old key changes nothing, and says in one sentence which is missing', async () => {
  await addVaultKey(folder);
  await reseal(db, await readSecrets(folder));
  const file = path.join(folder, 'vault-keys.json');
  const { later } = JSON.parse(readFileSync(file, 'utf8'));
  const another = { id: '3', key: 'another key of at least thirty-two characters' };
  writeFileSync(file, JSON.stringify({ later: [another] }));
  expect(await rotate().ended).toEqual({
    code: 1,
    out: '',
    err: 'Key 2 of the vault is missing, and 7 numbers or files are sealed with it; put it back into vault-keys.json, then rotate again.\n',
  });
  expect(await keysOf()).toEqual(under('2'));
  writeFileSync(file, JSON.stringify({ later: [{ ...another, id: '2' }, another] }));
  expect(await rotate().ended).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Key 2 does not open what was sealed with it in bank_account; /),
  });
  writeFileSync(file, JSON.stringify({ later: [...later, another] }));
  expect(await rotate().ended).toMatchObject({ code: 0 });
  expect(await keysOf()).toEqual(under('3'));
});

it('with one key there is nothing to rotate to, and what to do is said', async () => {
  const { code, err } = await rotate().ended;
  expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 2 });
  expect(err).toMatch(/^The vault has one key only; make another with --new-key/);
});
