import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Change } from '#shared/contract/changes.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { type FeedDesk, feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { guarantorId, mrn } = personas.marisol;

let backend: TestBackend;
let desk: FeedDesk;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  desk = feedDesk(backend.url, await backend.signIn());
});
beforeEach(async () => void (await heard()));
afterAll(() => backend.stop());

const sql = (text: string, values: unknown[] = [guarantorId]) => backend.pool.query(text, values);

/** Something that comes in the feed after whatever was done before it: the rest has come by then. */
async function heard(): Promise<Change[]> {
  const from = desk.pages.length;
  const mark = `Mark${randomUUID()}`;
  await sql('UPDATE guarantor SET family_name = $1 WHERE guarantor_id = $2', [
    mark,
    personas.dmitri.guarantorId,
  ]);
  const all = () => desk.pages.slice(from).flatMap(({ changes }) => changes);
  const isMark = ({ row }: Change) => row !== null && 'name' in row && row.name.endsWith(mark);
  await expect
    .poll(async () => {
      await desk.follow();
      return all().some(isMark);
    })
    .toBe(true);
  return all().filter(change => !isMark(change));
}

const brief = (changes: readonly Change[]) =>
  changes.map(({ entity, id, row }) => `${entity} ${row ? 'is' : 'is gone'} ${id}`).sort();

describe('what changes comes in the feed as it is now', () => {
  it('a payment, what it pays, and the accounts it held and let go', async () => {
    const call = await verifiedCall(await backend.signIn());
    const paid = await call.pay(await call.order(1_700));
    const changes = await heard();
    expect(new Set(changes.map(({ entity }) => entity))).toEqual(
      new Set(['account', 'charge', 'payment']),
    );
    const payment = changes.find(({ entity }) => entity === 'payment');
    expect(payment?.row).toMatchObject({ ...(paid.ok && paid.value), state: 'approved' });
    for (const { entity, row } of changes) {
      if (entity === 'account') expect(row).toMatchObject({ held: false });
    }
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  });

  it('a row that is deleted, closed or grown too old is a tombstone', async () => {
    const { rows: charges } = await sql(
      'SELECT charge_id AS id FROM charge WHERE guarantor_id = $1 AND closed_on IS NULL ORDER BY 1 LIMIT 1',
    );
    const [{ id: chargeId }] = charges;
    const ids = Object.fromEntries(
      ['dispute', 'application', 'plan'].map(each => [each, randomUUID()]),
    );
    await sql(
      "UPDATE payment_plan SET closed_on = '2026-01-01' WHERE guarantor_id = $1 AND closed_on IS NULL",
    );
    await sql('DELETE FROM dispute WHERE charge_id = $1', [chargeId]);
    await heard();
    await sql("INSERT INTO dispute VALUES ($2, $3, $1, '2026-01-02')", [
      guarantorId,
      ids.dispute,
      chargeId,
    ]);
    await sql("INSERT INTO assistance_application VALUES ($2, $1, 'mfa', '2026-01-02')", [
      guarantorId,
      ids.application,
    ]);
    await sql("INSERT INTO payment_plan VALUES ($2, $1, 6, 100, 600, '2026-02-01')", [
      guarantorId,
      ids.plan,
    ]);
    expect(brief(await heard())).toEqual([
      `application is ${ids.application}`,
      `dispute is ${ids.dispute}`,
      `plan is ${ids.plan}`,
    ]);
    await sql('DELETE FROM dispute WHERE dispute_id = $1', [ids.dispute]);
    await sql(
      "UPDATE assistance_application SET closed_on = '2026-01-03' WHERE application_id = $1",
      [ids.application],
    );
    await sql("UPDATE payment_plan SET closed_on = '2026-01-03' WHERE plan_id = $1", [ids.plan]);
    const { rows: statements } = await sql(
      'SELECT statement_number AS id FROM statement WHERE guarantor_id = $1 ORDER BY issued_on DESC LIMIT 1',
    );
    await sql("UPDATE statement SET issued_on = '2020-01-01' WHERE statement_number = $1", [
      statements[0].id,
    ]);
    expect(brief(await heard())).toEqual([
      `application is gone ${ids.application}`,
      `dispute is gone ${ids.dispute}`,
      `plan is gone ${ids.plan}`,
      `statement is gone ${statements[0].id}`,
    ]);
  });

  it('what no desk is shown makes no entry', async () => {
    await sql('UPDATE patient SET verification_failures = 1 WHERE mrn = $1', [mrn]);
    await sql(
      "UPDATE payment SET claimed_until = now() - interval '1 day' WHERE guarantor_id = $1",
    );
    await sql(
      "UPDATE guarantor SET street = '1 Other St', phone = '5105550199' WHERE guarantor_id = $1",
    );
    await sql('UPDATE account SET balance_cents = balance_cents WHERE guarantor_id = $1');
    expect(await heard()).toEqual([]);
    await sql('UPDATE patient SET verification_failures = 3, locked_at = now() WHERE mrn = $1', [
      mrn,
    ]);
    expect(await heard()).toMatchObject([
      { entity: 'patient', id: mrn, row: { lockedAt: expect.any(String) } },
    ]);
    await sql('UPDATE patient SET verification_failures = 0, locked_at = NULL WHERE mrn = $1', [
      mrn,
    ]);
  });

  it('many changes of a row in a transaction are one, and many rows come in bounded pages', async () => {
    const client = await backend.pool.connect();
    await client.query('BEGIN');
    for (const name of ['A', 'B', 'C']) {
      await client.query('UPDATE guarantor SET family_name = $2 WHERE guarantor_id = $1', [
        guarantorId,
        name,
      ]);
    }
    await client.query('COMMIT');
    client.release();
    expect(brief(await heard())).toEqual([`guarantor is ${guarantorId}`]);

    for (let times = 0; times < 4; times += 1) {
      await sql("UPDATE charge SET description = description || '.'", []);
    }
    await sql('UPDATE statement SET total_cents = total_cents + 1', []);
    const { rows } = await sql(
      'SELECT (SELECT count(*) FROM charge)::int + (SELECT count(*) FROM statement)::int AS count',
      [],
    );
    const from = desk.pages.length;
    const changes = await heard();
    expect(new Set(changes.map(({ entity, id }) => `${entity} ${id}`)).size).toBe(rows[0].count);
    const pages = desk.pages.slice(from);
    expect(pages.filter(({ more }) => more).length).toBeGreaterThan(0);
    for (const page of pages) expect(page.changes.length).toBeLessThanOrEqual(2_000);
  });
});

describe('a guarantor who moves to another region', () => {
  it('goes from the desks of the one with everything, and comes whole to those of the other', async () => {
    const [{ region }] = (await sql('SELECT region FROM guarantor WHERE guarantor_id = $1')).rows;
    const give = (user: string, regions: string) =>
      sql('UPDATE user_account SET regions = $2 WHERE user_id = $1', [user, regions]);
    await give('c.okafor', `{${region}}`);
    await give('s.lindqvist', '{HI}');
    const left = feedDesk(backend.url, await backend.signIn('c.okafor'));
    const reached = feedDesk(backend.url, await backend.signIn('s.lindqvist'));
    await Promise.all([left.follow(), reached.follow(), desk.follow()]);
    const theirsOn = ({ rows }: FeedDesk) =>
      [...rows]
        .filter(([, row]) => row.guarantorId === guarantorId)
        .map(([key]) => key)
        .sort();
    const before = theirsOn(left);
    expect(before.length).toBeGreaterThan(5);
    expect(theirsOn(reached)).toEqual([]);

    await sql("UPDATE guarantor SET region = 'HI' WHERE guarantor_id = $1");
    for (const each of [left, reached]) {
      await expect
        .poll(async () => {
          await each.follow();
          return theirsOn(each).length;
        })
        .toBe(each === left ? 0 : before.length);
    }
    expect(theirsOn(reached)).toEqual(before);
    await desk.follow();
    expect(theirsOn(desk)).toEqual(before);
    await sql('UPDATE guarantor SET region = $2 WHERE guarantor_id = $1', [guarantorId, region]);
  });
});
