import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anchorDay, anchorsFile, fileAnchors, keepOutside } from '#backend/audit/anchors.ts';
import { announceKey } from '#backend/audit/keys.ts';
import { sealRecords } from '#backend/audit/seal.ts';
import { newAuditKey, signerOf } from '#backend/audit/signing-key.ts';
import { verifyDatabase } from '#backend/audit/verify/verify-database.ts';
import type { SignedHead } from '#shared/audit/signed-head.ts';
import { type AuditDatabase, openAuditDatabase } from '#tests/support/audit-chain.ts';

let audit: AuditDatabase;

beforeEach(async () => {
  audit = await openAuditDatabase();
});
afterEach(() => audit.close());

const verdict = (outside: SignedHead[] = []) => verifyDatabase(audit.pool, { outside });
const broken = async (outside?: SignedHead[]) => (await verdict(outside)).broken;

describe('a chain in the database', () => {
  test('that is empty is whole, and so is one in many batches', async () => {
    expect(await verdict()).toMatchObject({ records: 0, broken: null });
    const waiting = (await verdict()).unsealed.count;
    await audit.write(30);
    expect((await verdict()).unsealed.count).toBe(waiting + 30);
    expect(await audit.seal(4)).toBe(waiting + 30);
    expect(await verdict()).toMatchObject({
      records: waiting + 30,
      broken: null,
      unsealed: { count: 0, seconds: 0 },
    });
    expect(await audit.seal()).toBe(0);
  });

  test('cannot be changed by whom the triggers hold', async () => {
    await audit.seal();
    for (const table of ['audit_record', 'audit_link', 'audit_seal', 'audit_key']) {
      await expect(audit.pool.query(`DELETE FROM ${table}`)).rejects.toThrow('never changed');
      await expect(audit.pool.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('never changed');
    }
    await expect(audit.pool.query(`UPDATE audit_record SET content = content`)).rejects.toThrow();
  });

  test('that was altered by hand is told by its first record', async () => {
    await audit.write(20);
    await audit.seal();
    const of = (position: number) =>
      `number = (SELECT number FROM audit_link WHERE position = ${position})`;
    await audit.tamper(
      `UPDATE audit_record SET content = replace(content, 'r.ames', 'x.ames') WHERE ${of(18)} OR ${of(25)}`,
    );
    expect(await broken()).toMatchObject({ what: 'altered', position: 18 });
    await audit.tamper(`DELETE FROM audit_record WHERE ${of(15)}`);
    expect(await broken()).toMatchObject({ what: 'removed', position: 15 });
    await audit.tamper(`DELETE FROM audit_link WHERE position = 9`);
    expect(await broken()).toMatchObject({ what: 'removed', position: 9 });
    await audit.tamper(
      `UPDATE audit_link SET number = CASE position WHEN 5 THEN -6 ELSE -5 END WHERE position IN (5, 6)`,
    );
    expect(await broken()).toMatchObject({ position: 5 });
    await audit.tamper(`DELETE FROM audit_link`);
    expect(await broken()).toMatchObject({ what: 'cut_off', position: 1 });
  });

  test('that was altered and chained anew is told by the batch that was signed', async () => {
    await audit.seal();
    const { records } = await verdict();
    await audit.write(20);
    await audit.seal(10);
    await audit.tamper(
      `UPDATE audit_record SET content = replace(content, 'thing 15', 'thing 51')`,
    );
    await audit.tamper(chainAnew);
    expect(await broken()).toMatchObject({ what: 'altered', position: records + 11 });
  });

  test('that was altered while it waited for its place is told, too', async () => {
    await audit.seal();
    await audit.write(3);
    await audit.tamper(`UPDATE audit_record SET content = replace(content, 'thing 2', 'thing 9')`);
    expect(await broken()).toMatchObject({
      what: 'altered',
      position: null,
      id: expect.any(String),
    });
  });

  test('goes on in a database that was put back on another server', async () => {
    await audit.seal();
    await audit.write(5);
    await audit.pool.query(`UPDATE audit_head SET home = 'elsewhere', floor = '9999999999'`);
    expect(await audit.seal()).toBe(5);
    expect(await broken()).toBeNull();
  });
});

/** What somebody would do who owns the database and knows how records are chained. */
const chainAnew = `DO $$
DECLARE
  v_link   record;
  v_before bytea := (SELECT previous FROM audit_link WHERE position = 1);
BEGIN
  FOR v_link IN SELECT position, content FROM audit_link JOIN audit_record USING (number) ORDER BY position LOOP
    UPDATE audit_link SET previous = v_before, hash = sha256(convert_to(concat('{"position":', v_link.position,
      ',"previous":"', encode(v_before, 'hex'), '","record":', v_link.content, '}'), 'UTF8'))
    WHERE position = v_link.position RETURNING hash INTO v_before;
  END LOOP;
END $$`;

describe('the anchors of the days', () => {
  const day = (date: number) => Date.parse(`2026-11-${date}T09:00:00Z`);
  const outside = () => fileAnchors(anchorsFile(audit.folder));
  async function anchored(date: number) {
    await audit.write(10);
    await audit.seal();
    await anchorDay(audit.db, audit.signer, day(date));
    return keepOutside(audit.db, audit.folder);
  }

  test('are one for each day, in the database and in a file outside, and agree with the chain', async () => {
    await anchored(21);
    await anchored(21);
    expect(await anchored(22)).toEqual([]);
    expect((await outside()).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(await verdict(await outside())).toMatchObject({ broken: null, anchors: 4 });
  });

  test('tell that the end of the chain was cut off with everything in the database that says so', async () => {
    await anchored(21);
    await anchored(22);
    await audit.tamper(`DELETE FROM audit_anchor WHERE anchored_on = '2026-11-22'`);
    await audit.tamper(
      `DELETE FROM audit_seal WHERE position > (SELECT max(position) FROM audit_anchor)`,
    );
    await audit.tamper(
      `DELETE FROM audit_link WHERE position > (SELECT max(position) FROM audit_anchor)`,
    );
    await audit.tamper(
      `DELETE FROM audit_record WHERE number NOT IN (SELECT number FROM audit_link)`,
    );
    expect(await broken()).toBeNull();
    expect(await broken(await outside())).toMatchObject({ what: 'cut_off' });
    expect(await keepOutside(audit.db, audit.folder)).toEqual(['2026-11-22']);
  });

  test('tell that the chain was written anew, even by somebody who holds the key', async () => {
    await anchored(21);
    await audit.tamper(`UPDATE audit_record SET content = replace(content, 'thing 5', 'thing 6')`);
    await audit.tamper(`${chainAnew}; DELETE FROM audit_seal; DELETE FROM audit_anchor;
      UPDATE audit_head SET hash = (SELECT hash FROM audit_link ORDER BY position DESC LIMIT 1)`);
    await audit.write(1);
    await audit.seal();
    expect(await broken()).toBeNull();
    expect(await broken(await outside())).toMatchObject({ what: 'altered' });
  });
});

test('after a change of keys both are believed, and the change is a record of the chain', async () => {
  await audit.write(3);
  await audit.seal();
  const later = signerOf(newAuditKey());
  await announceKey(audit.db, later, Date.now());
  await audit.write(3);
  await sealRecords(audit.db, later, Date.now);
  expect(await broken()).toBeNull();
  const only = [{ keyId: audit.signer.keyId, publicKey: audit.signer.publicKey }];
  const held = await verifyDatabase(audit.pool, { keys: only, outside: [] });
  expect(held.broken).toMatchObject({ what: 'wrong_key' });
  const { rows } = await audit.pool.query(
    `SELECT count(*)::int AS count FROM audit_record WHERE content LIKE '{"action":"audit_key_begun"%'`,
  );
  expect(rows[0].count).toBe(2);
});
