import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBalance } from '#backend/balance/read-balance.ts';
import { connect } from '#backend/database/connect.ts';
import { findPatients } from '#backend/patients/find.ts';
import { personas } from '#backend/seed/personas.ts';
import { findInMirror } from '#db/cache/find-in-mirror.ts';
import { mirrorBalance } from '#db/cache/mirror-balance.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { FindBy, FoundPatient } from '#shared/contract/patients.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { nameKey } from '#shared/text/name-key.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { hurried, inCache, syncOf } from './sync-desk.ts';

const { marisol } = personas;

let backend: TestBackend;
let desk: TestDesk;

beforeEach(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url, { pace: hurried });
});
afterEach(async () => {
  await desk.stop();
  await backend.stop();
});

async function copied(userId: string): Promise<readonly RegionCode[]> {
  const { regions } = await desk.value('session.signIn', { userId, password: 'sandbox-only' });
  await expect.poll(async () => (await syncOf(desk)).phase).toBe('current');
  expect((await syncOf(desk)).refused).toEqual({ count: 0, last: null });
  return regions;
}

test('every bill of the copy is the backend’s, but for statements and payments past half a year', async () => {
  const regions = await copied('s.lindqvist');
  const db = connect(backend.pool);
  const { rows } = await backend.pool.query(
    'SELECT guarantor_id AS id FROM guarantor WHERE region = ANY ($1) ORDER BY 1',
    [regions],
  );
  expect(rows.length).toBeGreaterThan(30);
  const since = addDays(dateIn('Pacific/Honolulu', instantOf(Date.now())), -180);
  const told: Balance[] = [];
  for (const { id } of rows) told.push(await readBalance(db, id, Date.now()));
  inCache(desk, cache => {
    for (const each of told) {
      const copy = mirrorBalance(cache, each.guarantor.guarantorId, Date.parse(each.asOf));
      expect(copy).toEqual({
        ...each,
        statements: each.statements.filter(({ issuedOn }) => issuedOn >= since),
        creditCents: null,
        payments: each.payments.filter(({ takenAt }) => takenAt.slice(0, 10) >= since),
      });
    }
  });
});

test('whoever is looked for is found in the copy as at the backend', async () => {
  const regions = await copied('s.lindqvist');
  const db = connect(backend.pool);
  const { rows } = await backend.pool.query(`
    SELECT mrn, patient.guarantor_id, bill_pay_number, birth_date::text, full_name,
      (SELECT min(account_number) FROM account WHERE account.mrn = patient.mrn) AS account_number
    FROM patient JOIN guarantor USING (guarantor_id, full_name, birth_date)`);
  expect(rows.length).toBeGreaterThan(30);
  const now = Date.now();
  const told: [FindBy, FoundPatient[]][] = [];
  for (const row of rows) {
    const finds = [
      { by: 'mrn', mrn: row.mrn },
      { by: 'guarantor_id', guarantorId: row.guarantor_id },
      { by: 'bill_pay_number', billPayNumber: row.bill_pay_number },
      ...(row.account_number ? [{ by: 'account_number', accountNumber: row.account_number }] : []),
      { by: 'name', name: row.full_name, birthDate: row.birth_date },
    ] as FindBy[];
    for (const find of finds) told.push([find, await findPatients(db, find, regions, now)]);
  }
  inCache(desk, cache => {
    for (const [find, patients] of told) {
      expect(findInMirror(cache, find, instantOf(now))).toEqual(patients);
    }
  });
});

test('a name is searched by the same key at the desk and at the backend', async () => {
  const { rows } = await backend.pool.query(
    'SELECT full_name AS name, name_key AS key FROM patient',
  );
  const written = [
    'Ægir Óðinsson',
    'Łukasz Żółć',
    'Ka‘iulani Kealoha',
    'Kaʻiulani',
    'Đặng Thị-Hà',
    'Straße 3',
    'ØSTERGÅRD',
  ];
  const { rows: others } = await backend.pool.query(
    'SELECT name, name_key(name) AS key FROM unnest($1::text[]) AS name',
    [written],
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const { name, key } of [...rows, ...others])
    expect([name, nameKey(name)]).toEqual([name, key]);
});

test('what changes at the backend is in the copy soon after', async () => {
  await copied('r.ames');
  await backend.pool.query(`UPDATE guarantor SET language = 'es' WHERE guarantor_id = $1`, [
    marisol.guarantorId,
  ]);
  const language = async () =>
    (await desk.value('patients.find', { by: 'mrn', mrn: marisol.mrn })).patients[0]?.language;
  await expect.poll(language).toBe('es');
});

test('a supervisor’s word makes a workstation forget everything and pull it again', async () => {
  await copied('r.ames');
  const { begunAt: first } = inCache(
    desk,
    cache => cache.prepare('SELECT begun_at AS begunAt FROM mirror').get() as { begunAt: number },
  );
  const { rows } = await backend.pool.query('SELECT workstation_id AS id FROM session');
  const supervisor = await backend.signIn('s.lindqvist');
  await supervisor.ask('wipeWorkstation', {
    params: { workstationId: rows[0].id },
    body: { reason: 'left in a taxi' },
  });
  const begunAt = () => {
    try {
      return inCache(desk, cache => cache.prepare('SELECT begun_at FROM mirror').pluck().get());
    } catch {
      return first;
    }
  };
  await expect.poll(begunAt).not.toBe(first);
  await expect.poll(async () => (await syncOf(desk)).phase).toBe('current');
});

test('other regions are pulled when the backend says that somebody has others now', async () => {
  await copied('r.ames');
  await backend.pool.query(`UPDATE user_account SET regions = '{WA}' WHERE user_id = 'r.ames'`);
  await expect
    .poll(async () => (await desk.value('desk.state', null)).user?.regions)
    .toEqual(['WA']);
  await expect.poll(async () => (await syncOf(desk)).phase).toBe('current');
  const regions = inCache(desk, cache =>
    cache.prepare('SELECT DISTINCT region FROM guarantor').pluck().all(),
  );
  expect(regions).toEqual(['WA']);
});

test('a session that has ended at the backend locks the desk', async () => {
  await copied('r.ames');
  await backend.pool.query('DELETE FROM session');
  await expect.poll(async () => (await desk.value('desk.state', null)).locked).toBe(true);
});
