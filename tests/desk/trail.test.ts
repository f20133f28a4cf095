import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { auditVerify } from '#tools/audit/run-verify.ts';

const key = newAuditKey();
let backend: TestBackend;
let desk: TestDesk;
let folder: string;
let place: string | null;
/** What happens while somebody is choosing a place. */
let meanwhile: () => Promise<void>;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'remit-audit-'));
  backend = await startTestBackend({ audit: { key, folder: data, sealEveryMs: 50 } });
  await backend.pool.query(
    `SELECT audit_event('thing_done', now(), 'succeeded', NULL, NULL, NULL, NULL, NULL, 'thing', 'thing ' || n, NULL)
     FROM generate_series(1, 2000) AS n`,
  );
});
afterAll(() => backend.stop());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-export-'));
  place = join(folder, 'trail.jsonl');
  meanwhile = async () => undefined;
  desk = startTestDesk(backend.url, {
    running: false,
    choosePlace: async () => {
      await meanwhile();
      return place;
    },
  });
  await desk.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
});
afterEach(() => desk.stop());

const save = () => desk.ask('trail.export', null);

test('an export is written whole and verified by the command, which has no part of the application running', async () => {
  const reply = await save();
  expect(reply).toMatchObject({ ok: true, value: { saved: { path: place } } });
  expect(readdirSync(folder)).toEqual(['trail.jsonl']);
  const { keyId, publicKey } = signerOf(key);
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify([{ keyId, publicKey }]));
  const said: string[] = [];
  const voice = {
    say: (line: string) => said.push(line),
    complain: (line: string) => said.push(line),
  };
  expect(await auditVerify([String(place), '--keys', keys, '--data', folder], voice)).toBe(0);
  expect(await desk.value('trail.exportProgress', null)).toBeNull();
});

test('whoever names no place, or cancels, has no file', async () => {
  place = null;
  expect(await save()).toMatchObject({ ok: true, value: { saved: null } });
  place = join(folder, 'trail.jsonl');
  meanwhile = async () => {
    expect(await desk.value('trail.exportProgress', null)).toEqual({ records: 0, total: 0 });
    expect(await save()).toMatchObject({ ok: false, reason: 'export_running' });
    await desk.value('trail.cancelExport', null);
  };
  expect(await save()).toMatchObject({ ok: true, value: { saved: null } });
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder in which nothing can be written is said', async () => {
  for (const closed of [join(folder, 'nowhere', 'trail.jsonl'), '/proc/trail.jsonl']) {
    place = closed;
    expect(await save()).toMatchObject({ ok: false, reason: 'export_not_written' });
    expect(existsSync(closed)).toBe(false);
  }
});

test('a supervisor whose session has ended meanwhile has no file', async () => {
  meanwhile = async () => {
    await backend.pool.query('DELETE FROM session');
  };
  expect(await save()).toMatchObject({ ok: false, reason: 'signed_out' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a record that a desk cannot hand over is set aside, noted, and the rest goes on', async () => {
  const { journal } = desk.desk;
  const [{ number: last }] = journal
    .prepare('SELECT max(record_id) AS number FROM local_audit')
    .all() as [{ number: number }];
  // Somebody wrote past the application: no kind of record is called that.
  journal.exec(`DROP TRIGGER local_audit_never_changes`);
  await desk.ask('session.lock', null);
  await desk.ask('session.unlock', { password: 'sandbox-only' });
  journal.prepare(`UPDATE local_audit SET action = 'No kind!' WHERE record_id = ?`).run(last + 1);
  desk.desk.handOver.now();
  const handed = async () =>
    (
      await backend.pool.query(
        `SELECT max(number)::int AS number FROM desk_audit_record WHERE action = 'unlocked'`,
      )
    ).rows[0].number;
  await expect.poll(handed, { timeout: 10_000 }).toBe(last + 2);
  const { rows } = await backend.pool.query(
    `SELECT kind, split_part(about, ' ', 2) || ' ' || split_part(about, ' ', 3) || ' ' || split_part(about, ' ', 4) AS what
     FROM audit_exception WHERE kind LIKE 'desk%'`,
  );
  expect(rows).toEqual([
    { kind: 'desk_record_unreadable', what: `record ${last + 1} not_readable_here` },
  ]);
});
