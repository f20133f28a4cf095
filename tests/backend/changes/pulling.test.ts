import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalance } from '#backend/balance/read-balance.ts';
import { connect } from '#backend/database/connect.ts';
import { ChangesPage } from '#shared/contract/changes.ts';
import { mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { type FeedDesk, feedDesk } from '#tests/support/feed-desk.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

const bounded = {
  guarantor: 'SELECT guarantor_id AS id FROM guarantor',
  patient: 'SELECT mrn AS id FROM patient',
  account: 'SELECT account_id AS id FROM account',
  charge:
    'SELECT charge_id AS id FROM charge WHERE closed_on IS NULL OR closed_on >= $1::date - 180',
  statement: 'SELECT statement_number AS id FROM statement WHERE issued_on >= $1::date - 180',
  payment: 'SELECT key AS id FROM payment WHERE taken_at >= $1::date - 180',
  plan: 'SELECT plan_id AS id FROM payment_plan WHERE closed_on IS NULL',
  dispute: 'SELECT dispute_id AS id FROM dispute WHERE closed_on IS NULL',
  application: 'SELECT application_id AS id FROM assistance_application WHERE closed_on IS NULL',
} as const;

/** Every row that a desk of all regions must hold, read without the feed. */
async function expectedKeys(): Promise<string[]> {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Honolulu' }).format(
    backend.now(),
  );
  const keys: string[] = [];
  for (const entity of mirrorEntities) {
    const text = bounded[entity];
    const { rows } = await backend.pool.query(text, text.includes('$1') ? [today] : []);
    keys.push(...rows.map(({ id }) => `${entity} ${id}`));
  }
  return keys.sort();
}

const theirs = (desk: FeedDesk, entity: string, guarantorId: string) =>
  [...desk.rows]
    .filter(([key, row]) => key.startsWith(`${entity} `) && row.guarantorId === guarantorId)
    .map(([, row]) => row);

async function expectSameAsDatabase(desk: FeedDesk): Promise<void> {
  expect([...desk.rows.keys()].sort()).toEqual(await expectedKeys());
  const db = connect(backend.pool);
  const { rows } = await backend.pool.query('SELECT guarantor_id FROM guarantor');
  for (const { guarantor_id: guarantorId } of rows) {
    const bill = await readBalance(db, guarantorId, backend.now());
    const { timeZone: _zone, ...guarantor } = bill.guarantor;
    expect(theirs(desk, 'guarantor', guarantorId)).toEqual([guarantor]);
    const having = (listed: readonly object[], extra: object = {}) =>
      listed.map(each => expect.objectContaining({ ...each, ...extra }));
    const accounts = bill.accounts.map(({ patientName: _name, ...account }) => account);
    expect(theirs(desk, 'account', guarantorId)).toEqual(expect.arrayContaining(having(accounts)));
    const charges = bill.charges.map(({ disputed: _disputed, ...charge }) => charge);
    expect(theirs(desk, 'charge', guarantorId)).toEqual(expect.arrayContaining(having(charges)));
    expect(theirs(desk, 'patient', guarantorId)).toEqual(
      expect.arrayContaining(having(bill.patients)),
    );
    expect(bill.payments).toEqual(
      expect.arrayContaining(theirs(desk, 'payment', guarantorId).slice(0, 20)),
    );
    expect(theirs(desk, 'plan', guarantorId)).toEqual(bill.plan ? having([bill.plan]) : []);
    expect(theirs(desk, 'dispute', guarantorId)).toHaveLength(bill.disputes.length);
    expect(theirs(desk, 'application', guarantorId)).toHaveLength(bill.applications.length);
  }
}

describe('a full pull', () => {
  it('gives every row that a desk keeps, as the bill shows it, once', async () => {
    const desk = feedDesk(backend.url, await backend.signIn());
    await desk.follow();
    const pulled = desk.pages.filter(({ phase }) => phase === 'pull');
    expect(pulled.length).toBeGreaterThan(2);
    const given = pulled.flatMap(({ changes }) => changes);
    expect(new Set(given.map(({ entity, id }) => `${entity} ${id}`)).size).toBe(given.length);
    await expectSameAsDatabase(desk);
  });

  it('counts guarantors up to all there are, and carries what is referred to first', async () => {
    const desk = feedDesk(backend.url, await backend.signIn());
    const last = await desk.follow();
    const counts = desk.pages.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
    const { rows } = await backend.pool.query('SELECT count(*)::int AS count FROM guarantor');
    expect(last).toMatchObject({ done: rows[0].count, total: rows[0].count, more: false });
    for (const page of desk.pages) {
      const ranks = ChangesPage.parse(page).changes.map(({ entity }) =>
        mirrorEntities.indexOf(entity),
      );
      expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
      expect(page.changes.length).toBeLessThan(2_500);
    }
  });

  it('can be broken off, asked for twice and gone on with at another server, over payments and a move', async () => {
    const other = await backend.startAnother();
    const desk = feedDesk(backend.url, await backend.signIn());
    const first = await desk.step();
    const again = await desk.ask();
    expect(again).toMatchObject({ ok: true, value: { changes: first.changes } });
    const last = first.changes.find(({ entity }) => entity === 'guarantor')?.guarantorId;
    await backend.pool.query("UPDATE guarantor SET region = 'WA' WHERE guarantor_id = $1", [last]);
    const call = await verifiedCall(await backend.signIn());
    expect(await call.pay(await call.order(2_300))).toMatchObject({ value: { state: 'approved' } });
    const resent = await desk.ask(desk.cursor, other.url);
    await desk.step(other.url);
    expect(resent).toMatchObject({ ok: true, value: { changes: desk.pages.at(-1)?.changes } });
    await expect
      .poll(async () => {
        await desk.follow();
        return [...desk.rows.values()].some(
          row => 'amountCents' in row && row.amountCents === 2_300,
        );
      })
      .toBe(true);
    await expectSameAsDatabase(desk);
  });

  it('leaves a trace of who copied what where, and whether to the end', async () => {
    const user = await backend.signIn();
    const desk = feedDesk(backend.url, user);
    await desk.step();
    const trace = async () =>
      (
        await backend.pool.query(
          'SELECT user_id, cardinality(scope) AS regions, finished_at IS NOT NULL AS finished FROM desk_copy WHERE workstation_id = $1',
          [user.workstationId],
        )
      ).rows;
    expect(await trace()).toEqual([{ user_id: 'r.ames', regions: 8, finished: false }]);
    await desk.follow();
    expect(await trace()).toEqual([{ user_id: 'r.ames', regions: 8, finished: true }]);
  });

  it('of fewer regions gives nobody of another', async () => {
    await backend.pool.query(
      "UPDATE user_account SET regions = '{WA,CO}' WHERE user_id = 'c.okafor'",
    );
    const desk = feedDesk(backend.url, await backend.signIn('c.okafor'));
    await desk.follow();
    const { rows } = await backend.pool.query(
      "SELECT guarantor_id FROM guarantor WHERE region IN ('CO', 'WA') ORDER BY 1",
    );
    const owners = new Set([...desk.rows.values()].map(({ guarantorId }) => String(guarantorId)));
    expect([...owners].sort()).toEqual(rows.map(({ guarantor_id }) => guarantor_id));
  });
});
