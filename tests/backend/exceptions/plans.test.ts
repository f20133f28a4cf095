import type { RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitingPage } from '#backend/approvals/waiting.ts';
import { connect, type Database } from '#backend/database/connect.ts';
import { lateNow } from '#backend/exceptions/queue/open-late.ts';
import { queueCounts, queuePage } from '#backend/exceptions/queue/read-queue.ts';
import type { Person } from '#backend/http/caller.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { insteadOfPatients } from '#tests/support/made-up-payments.ts';
import { manyInQueues } from '#tests/support/many-in-queues.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const NOW = Date.parse('2026-11-20T18:00Z');
const at = '2026-11-02T12:00:00.000Z' as never;
const id = '80000000-0000-4000-8000-000000000000';
const lead = {
  user: { userId: 's.lindqvist', name: '', role: 'supervisor', regions: [...RegionCode.options] },
} as unknown as Person;
const ofOneRegion = { user: { ...lead.user, regions: ['HI'] } } as unknown as Person;

let backend: TestBackend;
let db: Database;
beforeAll(async () => {
  backend = await startTestBackend();
  await insteadOfPatients(backend, 20_000);
  await manyInQueues(backend);
  db = connect(backend.pool);
}, 180_000);
afterAll(() => backend.stop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)];

/** What reads a whole table, as the database itself chooses, and how many rows all of it looked at. */
async function readOf(query: RawBuilder<unknown>) {
  const { sql, parameters } = query.compile(db);
  const explained = `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`;
  const { rows } = await backend.pool.query(explained, [...parameters]);
  const nodes = everyNode(rows[0]['QUERY PLAN'][0].Plan as Plan);
  const whole = nodes.filter(node => node['Node Type'].includes('Seq Scan'));
  const touched = nodes
    .filter(node => node['Relation Name'] !== undefined)
    .map(
      node => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    );
  return {
    whole: whole.map(node => node['Relation Name']).filter(table => table !== 'user_account'),
    touched: touched.reduce((sum, rowsOf) => sum + rowsOf, 0),
  };
}

const all = { whose: 'everybodys', standing: 'open' } as const;
const over = { whose: 'everybodys', standing: 'resolved' } as const;
const place = { afterUrgency: 'returned', afterAt: at, afterId: id } as const;

describe('among a hundred thousand that are over, no table is read whole', () => {
  it.each<[string, () => RawBuilder<unknown>]>([
    ['the first exceptions', () => queuePage(lead, all)],
    ['the first exceptions of a small region', () => queuePage(ofOneRegion, all)],
    ['the exceptions after a place', () => queuePage(lead, { ...all, ...place })],
    ['the exceptions of a kind', () => queuePage(lead, { ...all, kind: 'duplicate' })],
    ['the exceptions that somebody has', () => queuePage(lead, { ...all, whose: 'mine' })],
    ['what was resolved lately', () => queuePage(lead, over)],
    ['what was resolved before a place', () => queuePage(lead, { ...over, ...place })],
    ['what was resolved of a rare kind', () => queuePage(lead, { ...over, kind: 'chain_broken' })],
    ['how many are open', () => queueCounts(lead)],
    ['what is late by now', () => lateNow(NOW)],
    ['the first requests', () => waitingPage(RegionCode.options, {})],
    [
      'the requests after a place',
      () => waitingPage(RegionCode.options, { afterAt: at, afterId: id }),
    ],
    ['the refunds that wait', () => waitingPage(RegionCode.options, { kind: 'refund' })],
    ['the overrides that wait', () => waitingPage(['HI'], { kind: 'override' })],
  ])('for %s', async (_, query) => {
    const { whole, touched } = await readOf(query());
    expect(whole).toEqual([]);
    expect(touched).toBeLessThan(5_000);
  });
});
