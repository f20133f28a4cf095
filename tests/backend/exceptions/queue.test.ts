import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { ExceptionCase, ExceptionPlace } from '#shared/contract/exception-queue.ts';
import type { RouteReply } from '#shared/contract/route.ts';
import type { routes } from '#shared/contract/routes.ts';
import { Urgency, urgencyOf } from '#shared/exceptions/urgency.ts';
import { newKey } from '#tests/support/backend-call.ts';
import type { Ask } from '#tests/support/backend-client.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { openQueueDesk, type QueueDesk, reason } from './queue-desk.ts';

const { marisol, darnell, earl, bertram } = personas;

let desk: QueueDesk;
beforeAll(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.backend.forgetFaults());
afterAll(() => desk.close());

/** The queue holds more than the sandbox begins with: what is open, of several kinds, and what a person ended. */
async function fillTheQueue(): Promise<void> {
  const twice = await desk.callAbout(bertram);
  for (const duplicateAcknowledged of [false, true]) {
    await twice.pay(await twice.order(3_100, { duplicateAcknowledged }));
  }
  const [ended] = await desk.listed({ kind: 'duplicate' });
  expect(await desk.resolve(ended?.caseId ?? '')).toBe('done');
  const call = await desk.callAbout(darnell);
  const first = await payUnknown(desk.backend, call, 2_700, true);
  await desk.lead.value('overridePayment', { params: { key: first.key }, body: { reason } });
  await desk.backend.forgetFaults();
  await call.pay(await call.order(1_900));
  await first.learn('approved');
  await payUnknown(desk.backend, await desk.callAbout(earl), 1_100, false);
}

it('the queue is read page by page, and its counts are what its pages hold', async () => {
  await fillTheQueue();
  await desk.backend.pool.query(
    `SELECT open_exception('chain_broken', 'finding ' || each, NULL, NULL, NULL, NULL, NULL, now())
     FROM generate_series(1, 120) AS each`,
  );
  const all: ExceptionCase[] = [];
  let next: ExceptionPlace | null = null;
  do {
    const query: Ask<'exceptionQueue'>['query'] = {
      whose: 'everybodys',
      standing: 'open',
      ...next,
    };
    const page: RouteReply<(typeof routes)['exceptionQueue']> = await desk.lead.value(
      'exceptionQueue',
      {
        query,
      },
    );
    all.push(...page.exceptions);
    next = page.next;
  } while (next);
  const counts = await desk.lead.value('exceptionCounts', {});
  expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(counts.open);
  expect(all).toHaveLength(counts.open);
  expect(counts.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(counts.open);
  expect(counts.nobodys).toBe(all.filter(({ owner }) => owner === null).length);
  const places = all.map(each => ({
    urgency: Urgency.options.indexOf(urgencyOf(each)),
    openedAt: each.openedAt,
  }));
  expect(new Set(places.map(({ urgency }) => urgency)).size).toBeGreaterThan(3);
  expect(places).toEqual(
    places.toSorted(
      (one, next) => one.urgency - next.urgency || one.openedAt.localeCompare(next.openedAt),
    ),
  );
});

it('a database from before there was a queue has in it what is open, as if it had been there all along', async () => {
  const call = await desk.callAbout(marisol);
  const open = await payUnknown(desk.backend, call, 1_300, false);
  await desk.lead.value('overridePayment', { params: { key: open.key }, body: { reason } });
  const key = newKey();
  await call.pay(await call.order(1_700), key);
  await desk.backend.pool.query(
    "UPDATE payment SET taken_at = taken_at - interval '20 days', posting_on = posting_on - 20 WHERE key = $1",
    [key],
  );
  await call.desk.value('openTrace', {
    params: { key, traceId: randomUUID() },
    body: { note: 'Not on her statement.', verificationId: call.verificationId },
  });
  await desk.backend.stopServer();
  const client = await desk.backend.pool.connect();
  const cases = async () => {
    const { rows } = await client.query(
      `SELECT kind, subject, about, guarantor_id, payment_key, other_payment_key, amount_cents, opened_at
       FROM exception_case WHERE resolved_at IS NULL AND kind <> 'recording' AND subject NOT LIKE 'finding %'
       ORDER BY kind, subject`,
    );
    return rows;
  };
  const before = await cases();
  const { rows: over } = await client.query(
    "SELECT subject FROM exception_case WHERE resolved_why = 'by_person'",
  );
  const wasResolved = new Set(over.map(({ subject }) => subject));
  const kinds = ['duplicate', 'record_locked', 'unknown', 'unposted'];
  expect([...new Set(before.map(({ kind }) => kind))]).toEqual(kinds);
  const migration = readFileSync(
    path.resolve(import.meta.dirname, '../../../backend/migrations/0043-exceptions.sql'),
    'utf8',
  );
  const functions = [...migration.matchAll(/^CREATE FUNCTION (\w+)/gm)].map(([, name]) => name);
  await client.query('BEGIN');
  await client.query('DROP TABLE exception_event, exception_case CASCADE');
  await client.query(`DROP FUNCTION ${functions.join(', ')} CASCADE`);
  await client.query(migration);
  // What a person put an end to before cannot be told from what nobody has looked at.
  const after = (await cases()).filter(({ subject }) => !wasResolved.has(subject));
  await client.query('ROLLBACK');
  client.release();
  expect(after).toEqual(before);
});
