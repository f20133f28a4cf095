import { hash as digest, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_GENESIS, type DeskRecord, hashedOf } from '#shared/audit/desk-record.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
});
afterAll(() => backend.stop());

/** A desk's chain of so many records. */
function chainOf(count: number, about: Partial<DeskRecord> = {}): DeskRecord[] {
  const records: DeskRecord[] = [];
  for (let number = 1; number <= count; number += 1) {
    const previous = records.at(-1)?.hash ?? DESK_GENESIS;
    records.push(chained({ ...plain, ...about, number, previous }));
  }
  return records;
}
const plain = {
  at: '2026-11-21T20:00:00.000Z' as DeskRecord['at'],
  userId: 'r.ames',
  action: 'patient_chosen',
  subjectKind: 'record',
  subject: '00124471',
};
const chained = (record: Omit<DeskRecord, 'hash'>): DeskRecord => ({
  ...record,
  hash: digest('sha256', hashedOf(record)),
});

const handOver = (desk: SignedIn, records: DeskRecord[]) =>
  desk.value('handOverDeskRecords', { body: { records } });

async function exceptionsOf({ workstationId }: SignedIn): Promise<string[]> {
  const { rows } = await backend.pool.query(
    `SELECT kind || ' ' || split_part(about, ' ', 2) AS found FROM audit_exception WHERE workstation_id = $1 ORDER BY about, kind`,
    [workstationId],
  );
  return rows.map(({ found }) => found);
}

async function trailOf({ workstationId }: SignedIn): Promise<string[]> {
  const { rows } = await backend.pool.query(
    `SELECT concat_ws(' ', c->>'detail', c->>'action', c->>'user', c->>'subject') AS said
     FROM audit_record, LATERAL (SELECT content::jsonb AS c) AS each
     WHERE c->>'subjectKind' = 'desk_record' AND c->>'workstation' = $1 ORDER BY number`,
    [workstationId],
  );
  return rows.map(({ said }) => said);
}

describe('what a desk hands over of its own chain', () => {
  it('is kept once, in the trail as the word of that desk', async () => {
    const desk = await backend.signIn();
    const records = chainOf(5);
    expect(await handOver(desk, records.slice(0, 3))).toEqual({ kept: 3 });
    expect(await handOver(desk, records)).toEqual({ kept: 2 });
    expect(await handOver(desk, records)).toEqual({ kept: 0 });
    expect(await exceptionsOf(desk)).toEqual([]);
    expect(await trailOf(desk)).toEqual(
      [1, 2, 3, 4, 5].map(number => `${number} desk_patient_chosen r.ames 00124471`),
    );
  });

  it('and does not follow is kept as well, and noted', async () => {
    const desk = await backend.signIn();
    const records = chainOf(10);
    const missing = records.toSpliced(2, 1);
    expect(await handOver(desk, missing.slice(0, 4))).toEqual({ kept: 4 });
    expect(await exceptionsOf(desk)).toEqual(['desk_records_missing 4']);
    const altered = { ...(records[5] as DeskRecord), subject: '00124472' };
    expect(await handOver(desk, [altered, records[6] as DeskRecord])).toEqual({ kept: 2 });
    expect(await exceptionsOf(desk)).toEqual(['desk_records_missing 4', 'desk_record_altered 6']);
    const rechained = chained({ ...plain, number: 8, previous: digest('sha256', 'another') });
    await handOver(desk, [rechained]);
    expect(await exceptionsOf(desk)).toContain('desk_record_altered 8');
  });

  it('and forks, as that of a journal which was put back, is kept and noted', async () => {
    const desk = await backend.signIn();
    await handOver(desk, chainOf(3));
    const [first, second] = chainOf(3) as [DeskRecord, DeskRecord];
    const other = chained({ ...plain, number: 3, previous: second.hash, action: 'call_started' });
    expect(await handOver(desk, [first, second, other])).toEqual({ kept: 1 });
    expect(await exceptionsOf(desk)).toEqual(['desk_chain_forked 3']);
    expect(await handOver(desk, [other])).toEqual({ kept: 0 });
  });

  it('from before it kept a chain is taken as it is, and the chain begins after it', async () => {
    const desk = await backend.signIn();
    const old = [1, 2].map(number => chained({ ...plain, number, previous: null }));
    const third = chained({ ...plain, number: 3, previous: DESK_GENESIS });
    const fourth = chained({ ...plain, number: 4, previous: third.hash });
    await handOver(desk, [...old, third, fourth]);
    expect(await exceptionsOf(desk)).toEqual([]);
    await handOver(desk, [chained({ ...plain, number: 5, previous: null })]);
    expect(await exceptionsOf(desk)).toEqual(['desk_record_altered 5']);
  });

  it('does not bring along what was typed as a name that nobody has', async () => {
    const desk = await backend.signIn();
    const tried = { userId: null, action: 'sign_in_failed', subjectKind: 'session' };
    const [first] = chainOf(1, { ...tried, subject: 'hunter-two' }) as [DeskRecord];
    const second = chained({
      ...plain,
      ...tried,
      subject: 'r.ames',
      number: 2,
      previous: first.hash,
    });
    await handOver(desk, [first, second]);
    expect(await trailOf(desk)).toEqual([
      '1 desk_sign_in_failed unknown',
      '2 desk_sign_in_failed r.ames',
    ]);
  });

  it('is refused of somebody without a session, and without a sense', async () => {
    const desk = await backend.signIn();
    const [record] = chainOf(1) as [DeskRecord];
    const wrong = await desk.ask('handOverDeskRecords', {
      body: { records: [{ ...record, hash: randomUUID() }] },
    });
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'bad_request' } });
  });
});
