import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyDatabase } from '#backend/audit/verify/verify-database.ts';
import { openPool } from '#backend/database/connect.ts';
import { personas } from '#backend/seed/personas.ts';
import { cards, newKey, verifiedCall } from '#tests/support/backend-call.ts';
import { askRoute } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { paySettled } from '#tests/support/settled-payment.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

interface Said {
  readonly action: string;
  readonly outcome: string;
  readonly user: string | null;
  readonly subject: string;
  readonly [field: string]: string | null;
}

/** The records about something, or of an action, in the order they were written in. */
async function records(where: Partial<Said>): Promise<Said[]> {
  const { rows } = await backend.pool.query(
    'SELECT content::jsonb AS said FROM audit_record WHERE content::jsonb @> $1 ORDER BY number',
    [JSON.stringify(where)],
  );
  return rows.map(({ said }) => said);
}
const words = (all: Said[]) =>
  all.map(({ action, outcome, user }) => `${action} ${outcome} ${user}`);

/** The processor tells twice: its answer, for which whoever takes the payment waits, and its notice; one is first. */
const answered = (state: string) =>
  new RegExp(`^payment_moved ${state} (r\\.ames|processor notice)$`);

it('the start of a server is a record, and so are sign-ins, what failed of them, and from where', async () => {
  const workstation = randomUUID();
  const body = { userId: 'c.okafor', password: 'wrong', workstationId: workstation };
  await askRoute(backend.url, 'signIn', { body });
  const desk = await backend.signIn('c.okafor', workstation);
  await desk.value('signOut', {});
  const said = await records({ workstation });
  expect(words(said)).toEqual([
    'sign_in bad_credentials c.okafor',
    'sign_in succeeded c.okafor',
    'sign_out succeeded c.okafor',
  ]);
  for (const { address } of said) expect(address).toMatch(/127\.0\.0\.1$/);
  expect(await records({ action: 'backend_started' })).toHaveLength(1);
});

it('who was looked at, why, and how the verification went, are records', async () => {
  const desk = await backend.signIn();
  const { workstationId: workstation } = desk;
  await desk.value('findPatients', {
    body: { find: { by: 'mrn', mrn: personas.marisol.mrn }, callId: null },
  });
  const call = await verifiedCall(desk);
  const verification = await records({ subject: call.verificationId });
  expect(words(verification)).toEqual([
    'verification_begun open r.ames',
    'verification_answered matched r.ames',
    'verification_answered matched r.ames',
    'verification_closed verified r.ames',
  ]);
  expect(verification[1]).toMatchObject({ detail: 'birth_date', call: call.callId, workstation });
  await call.balance();
  const [found] = await records({ workstation, action: 'access_found' });
  expect(found).toMatchObject({ subjectKind: 'patient', subject: personas.marisol.mrn });
  const looked = await records({ workstation, action: 'access_balance_read' });
  expect(looked.at(-1)).toMatchObject({ purpose: 'call', call: call.callId, outcome: 'succeeded' });
});

it('every move of a payment, a void and a refund with its decision are records', async () => {
  const call = await verifiedCall(await backend.signIn());
  const supervisor = await backend.signIn('s.lindqvist');
  const key = newKey();
  await call.pay(await call.order(1_200), key);
  await supervisor.ask('voidPayment', { params: { key }, body: { reason: 'wrong amount' } });
  await expect
    .poll(async () => words(await records({ subject: key })))
    .toEqual([
      'payment_moved sent r.ames',
      expect.stringMatching(answered('approved')),
      'payment_void_asked succeeded s.lindqvist',
      'payment_moved voided s.lindqvist',
    ]);
  const declined = newKey();
  const token = await call.capture(cards.insufficientFunds);
  await call.pay(await call.order(1_300, { method: { kind: 'card', token } as never }), declined);
  expect(words(await records({ subject: declined })).at(-1)).toMatch(answered('declined'));

  const settled = await paySettled(backend, call, 60_000);
  expect(words(await records({ subject: settled }))).toEqual([
    'payment_moved sent r.ames',
    expect.stringMatching(/^payment_again_confirmed \S+ r\.ames$/),
    expect.stringMatching(answered('approved')),
    'payment_moved posted run card_posting',
    'payment_moved settled run card_settlement',
  ]);
  const refundKey = newKey();
  const asked = await call.desk.value('askRefund', {
    headers: { 'idempotency-key': refundKey },
    params: { key: settled },
    body: { amountCents: 60_000, reason: 'paid twice', verificationId: call.verificationId },
  });
  expect(asked.state).toBe('requested');
  const params = { kind: 'refund', approvalId: refundKey } as const;
  const body = { decision: 'approve', reason: 'was paid twice', follows: null } as const;
  await supervisor.value('decideApproval', { params, body });
  await expect
    .poll(async () => words(await records({ subject: refundKey })))
    .toEqual(
      expect.arrayContaining([
        'refund_asked requested r.ames',
        'refund_moved requested r.ames',
        'refund_decided approve s.lindqvist',
        'refund_moved refunded s.lindqvist',
      ]),
    );
  expect(words(await records({ subject: settled })).at(-1)).toBe(
    'payment_moved refunded s.lindqvist',
  );
  const life = await supervisor.value('paymentLife', { params: { key: settled } });
  expect(life.history.states.slice(2)).toMatchObject([
    { state: 'posted', byName: null, through: 'run card_posting' },
    { state: 'settled', byName: null, through: 'run card_settlement' },
    { state: 'refunded', byName: 'Sanna Lindqvist', through: null },
  ]);
});

it('an outcome that was asked for is the card processor’s, and a move by hand is the database’s', async () => {
  const call = await verifiedCall(await backend.signIn());
  const unknown = await payUnknown(backend, call, 1_500, true);
  await unknown.learn('approved');
  const hand = new pg.Client({ connectionString: backend.databaseUrl });
  await hand.connect();
  await hand.query("UPDATE payment SET state = 'posted' WHERE key = $1", [unknown.key]);
  await hand.end();
  expect(words(await records({ subject: unknown.key, action: 'payment_moved' }))).toEqual([
    'payment_moved sent r.ames',
    'payment_moved unknown r.ames',
    expect.stringMatching(/^payment_moved approved (card processor|processor notice)$/),
    expect.stringMatching(/^payment_moved posted database \S+$/),
  ]);
});

it('changes of contact, of people who work here and of desks are records, in their transaction', async () => {
  const change = `UPDATE guarantor SET phone = '5105550100', city = 'Elsewhere'`;
  const about = { action: 'contact_changed' };
  const client = await backend.pool.connect();
  await client.query(`BEGIN; ${change}; ROLLBACK`);
  expect(await records(about)).toEqual([]);
  await client.query(`${change} WHERE guarantor_id = '${personas.marisol.guarantorId}'`);
  client.release();
  expect(await records(about)).toMatchObject([
    { subject: personas.marisol.guarantorId, subjectKind: 'guarantor', detail: 'city phone' },
  ]);
  await backend.pool.query(`UPDATE user_account SET regions = '{NW}' WHERE user_id = 'm.delgado'`);
  expect(await records({ action: 'user_changed' })).toMatchObject([{ detail: 'regions' }]);
  const supervisor = await backend.signIn('s.lindqvist');
  const { workstationId } = await backend.signIn();
  await supervisor.value('wipeWorkstation', {
    params: { workstationId },
    body: { reason: 'lost' },
  });
  expect(words(await records({ action: 'desk_wiped', subject: workstationId }))).toEqual([
    'desk_wiped succeeded s.lindqvist',
  ]);
});

it('a move of a payment whose record is gone is found, chained or not', async () => {
  const pool = openPool(backend.databaseUrl, 3);
  const verdict = () => verifyDatabase(pool, { outside: [] });
  expect((await verdict()).broken).toBeNull();
  await pool.query(
    `SET session_replication_role = replica; DELETE FROM audit_record WHERE content LIKE '%payment_moved%voided%'`,
  );
  expect((await verdict()).broken).toMatchObject({
    what: 'removed',
    why: expect.stringMatching(/^The record of payment \S+ becoming voided is missing/),
  });
  // The record of another move, once more, makes them as many again.
  await pool.query(
    `INSERT INTO audit_record (content, content_hash) SELECT content, content_hash FROM audit_record
     WHERE content LIKE '{"action":"payment_moved"%' LIMIT 1`,
  );
  expect((await verdict()).broken).toMatchObject({ what: 'removed' });
  await pool.end();
});

it('no record holds a reason, a name, a place or a phone number', async () => {
  const { rows } = await backend.pool.query(
    'SELECT string_agg(content, $1) AS all FROM audit_record',
    ['\n'],
  );
  for (const data of [
    'wrong amount',
    'paid twice',
    '5105550100',
    'Elsewhere',
    personas.marisol.familyName,
  ]) {
    expect(rows[0].all).not.toContain(data);
  }
});

it('a contact or an account that is changed by hand says under which role of the database, on the backend’s clock', async () => {
  const client = new pg.Client({ connectionString: backend.databaseUrl });
  await client.connect();
  await client.query(`UPDATE patient SET phone = '5105550199' WHERE mrn = $1`, [
    personas.marisol.mrn,
  ]);
  await client.query(`UPDATE user_account SET role = 'counselor' WHERE user_id = 'm.delgado'`);
  await client.query(`UPDATE user_account SET regions = '{WA}' WHERE user_id = 'm.delgado'`);
  await client.end();
  const [contact] = await records({ action: 'contact_changed', subject: personas.marisol.mrn });
  expect(contact).toMatchObject({ user: expect.stringMatching(/^database /), detail: 'phone' });
  const changed = await records({ action: 'user_changed', subject: 'm.delgado' });
  expect(changed.at(-1)).toMatchObject({
    user: expect.stringMatching(/^database /),
    detail: 'regions',
  });
});

it('exports, looks at the trail and at who looked, and what was found of it, are records', async () => {
  const supervisor = await backend.signIn('s.lindqvist');
  const none = { user: null, patient: null, from: null, to: null, purpose: null };
  await supervisor.value('auditRecords', { query: { user: 'r.ames' } });
  const filters = { ...none, withoutCall: null };
  await supervisor.value('accessLooks', { body: { filters, before: null } });
  await backend.pool.query(
    `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, mrn, guarantor_id)
     SELECT gen_random_uuid(), '2026-11-20T18:00Z', 'r.ames', workstation_id, 'found', mrn, guarantor_id
     FROM workstation, generate_series(1, 2), patient
     WHERE workstation_id <> $1 AND mrn = $2 LIMIT 2`,
    [supervisor.workstationId, personas.marisol.mrn],
  );
  const key = {
    pattern: 'after_hours' as const,
    userId: 'r.ames',
    subject: '',
    seenOn: '2026-11-20',
  };
  const body = { key, looks: 2, reason: 'stayed late for a caller' };
  await supervisor.value('reviewAccess', { params: { reviewId: randomUUID() }, body });
  const { workstationId: workstation } = supervisor;
  const said = await records({ workstation });
  expect(words(said).slice(1)).toEqual([
    'audit_read succeeded s.lindqvist',
    'access_review_read succeeded s.lindqvist',
    'access_reviewed after_hours s.lindqvist',
  ]);
  // Why stays in its table: the trail holds no words of people.
  expect(JSON.stringify(said)).not.toContain('stayed late');
});
