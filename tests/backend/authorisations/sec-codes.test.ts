import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AchParts } from '#backend/ach/ach-parts.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { checkAchFile } from '#backend/ach/read-file.ts';
import { takeScheduled } from '#backend/authorisations/take-scheduled.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { personas } from '#backend/seed/personas.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { agreementTo, debitAuthorised, type Terms } from './agreed.ts';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
let call: VerifiedCall;
const folder = mkdtempSync(join(tmpdir(), 'remit-sec-'));
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-23T10:00-08:00' });
  ach = achOf(backend);
  call = await verifiedCall(await backend.signIn());
});
afterAll(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await ach.end();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

const once: Terms = { kind: 'once', ledger: 'medical', amountCents: 1_100, payOn: '2026-12-03' };
const weekly = (amountCents: number): Terms => ({
  kind: 'series',
  ledger: 'medical',
  amountCents,
  frequency: 'weekly',
  firstOn: '2026-12-03',
  ends: { by: 'count', payments: 4 },
});

async function run(today: string) {
  backend.moveTo(`${today}T08:30-08:00`);
  const processor = httpProcessor({ url: backend.processorUrl, timeoutMs: 400 });
  const now = instantOf(backend.now());
  const day = { region: 'NCAL' as const, today: today as CalendarDate, now };
  const parts = { db: ach.db, processor, clock: backend.now, leaseMs: 500 };
  await takeScheduled(parts, day, () => undefined);
}

/** Writes the file of a day and gives its text. */
async function fileOf(day: string): Promise<string> {
  backend.moveTo(`${day}T17:05-08:00`);
  const texts: string[] = [];
  const bank: AchParts['bank'] = {
    ...ach.bank,
    async handOver(id, text) {
      texts.push(text);
      await ach.bank.handOver(id, text);
    },
  };
  await originateAch({ ...ach, bank });
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
}

/** Each entry with the code of its batch, its cents and its mark. */
function entriesOf(text: string): [code: string, cents: number, mark: string][] {
  let code = '';
  return text.split('\n').flatMap((line): [string, number, string][] => {
    if (line.startsWith('5')) code = line.slice(50, 53);
    return line.startsWith('6')
      ? [[code, Number(line.slice(29, 39)), line.slice(76, 78).trim()]]
      : [];
  });
}

const batches = (text: string) =>
  text.split('\n').flatMap(line => (line.startsWith('5') ? line.slice(50, 53) : []));

function sign(
  authorisationId: string,
  copy: { signedOn: string; receivedOn: string },
  desk = call.desk,
  verificationId: string | null = call.verificationId,
) {
  return desk.ask('recordSignedCopy', {
    params: { authorisationId },
    body: { ...copy, verificationId },
  });
}

/** A call of the same caller today: the verification of an earlier day is over. */
async function callAgain() {
  call = await verifiedCall(await backend.signIn());
}

let oral: string;
let written: string;

it('debits agreed to by telephone go as TEL, one or many of them, and under a signed copy as PPD, in one file', async () => {
  await debitAuthorised(call, once);
  oral = (await debitAuthorised(call, weekly(2_200))).authorisationId;
  written = (await debitAuthorised(call, weekly(3_300))).authorisationId;
  backend.moveTo('2026-11-30T10:00-08:00');
  await callAgain();
  const copy = { signedOn: '2026-11-24', receivedOn: '2026-11-30' };
  expect(await sign(written, copy)).toMatchObject({
    value: { signed: copy, history: [{ kind: 'made' }, { kind: 'signed' }] },
  });
  await run('2026-12-02');
  backend.moveTo('2026-12-02T10:00-08:00');
  await debit(backend, personas.marisol, 4_400, '70031842975516', '2026-12-03');
  const text = await fileOf('2026-12-02');
  expect(batches(text).sort()).toEqual(['PPD', 'TEL']);
  expect(entriesOf(text).sort((left, right) => left[1] - right[1])).toEqual([
    ['TEL', 1_100, 'S'],
    ['TEL', 2_200, 'R'],
    ['PPD', 3_300, ''],
    ['TEL', 4_400, 'S'],
  ]);
  const name = join(folder, 'sent.ach');
  writeFileSync(name, text);
  expect(await checkAchFile(name)).toMatchObject({
    ok: true,
    batches: 2,
    entries: 4,
    debitCents: 11_000,
    creditCents: 0,
  });
  const { rows } = await backend.pool.query(
    'SELECT sec_code, count(*)::int AS n FROM ach_entry GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    { sec_code: 'PPD', n: 1 },
    { sec_code: 'TEL', n: 3 },
  ]);
});

it('a copy that comes after a debit was taken changes nothing of that one, and makes the next one PPD', async () => {
  await run('2026-12-09');
  backend.moveTo('2026-12-09T10:00-08:00');
  await callAgain();
  const copy = { signedOn: '2026-12-01', receivedOn: '2026-12-09' };
  expect(await sign(oral, copy)).toMatchObject({ ok: true });
  expect(entriesOf(await fileOf('2026-12-09')).sort()).toEqual([
    ['PPD', 3_300, ''],
    ['TEL', 2_200, 'R'],
  ]);
  await run('2026-12-16');
  expect(entriesOf(await fileOf('2026-12-16')).map(([code]) => code)).toEqual(['PPD', 'PPD']);
});

it('terms that are changed on a call go as TEL again, until their own copy comes back', async () => {
  backend.moveTo('2026-12-17T10:00-08:00');
  await callAgain();
  const params = { authorisationId: written };
  const terms = { ...weekly(3_000), firstOn: '2026-12-24' } as Terms;
  const agreedAt = instantOf(backend.now());
  const { verificationId } = call;
  const body = { verificationId, terms, agreement: agreementTo(terms, 'ach', agreedAt) };
  const changed = await call.desk.value('changeAuthorisation', { params, body });
  expect(changed.signed).toBeNull();
  const ofBefore = { signedOn: '2026-12-16', receivedOn: '2026-12-17' };
  expect(await sign(written, ofBefore)).toMatchObject({ problem: { code: 'signed_date_wrong' } });
  await run('2026-12-23');
  expect(entriesOf(await fileOf('2026-12-23')).sort()).toEqual([
    ['PPD', 2_200, ''],
    ['TEL', 3_000, 'R'],
  ]);
});

it('a supervisor finds the copies that are out, and records one without a call; its dates are weighed', async () => {
  backend.moveTo('2026-12-24T10:00-08:00');
  const supervisor = await backend.signIn('s.lindqvist');
  const listed = async () =>
    (await supervisor.value('unsignedCopies', {})).copies.map(each => each.authorisationId);
  expect(await listed()).toEqual([written]);
  const give = (signedOn: string, receivedOn: string) =>
    sign(written, { signedOn, receivedOn }, supervisor, null);
  for (const [signedOn, receivedOn] of [
    ['2026-12-16', '2026-12-24'],
    ['2026-12-23', '2026-12-22'],
    ['2026-12-23', '2026-12-25'],
  ] as const) {
    expect(await give(signedOn, receivedOn)).toMatchObject({
      problem: { code: 'signed_date_wrong' },
    });
  }
  expect(await give('2026-02-30', '2026-12-24')).toMatchObject({
    problem: { code: 'bad_request' },
  });
  const given = await give('2026-12-18', '2026-12-24');
  expect(given).toMatchObject({ ok: true });
  backend.later(60_000);
  expect(await give('2026-12-18', '2026-12-24')).toEqual(given);
  expect(await give('2026-12-19', '2026-12-24')).toMatchObject({
    problem: { code: 'signed_already' },
  });
  expect(await listed()).toEqual([]);
});

it('a signed copy is no card’s, not of another guarantor’s call, and not a representative’s without one', async () => {
  await callAgain();
  const { authorisationId } = await debitAuthorised(call, {
    ...once,
    payOn: '2027-01-05',
  });
  const copy = { signedOn: '2026-12-24', receivedOn: '2026-12-24' };
  expect(await sign(authorisationId, copy, call.desk, null)).toMatchObject({
    problem: { code: 'not_verified' },
  });
  const hannah = await verifiedCall(await backend.signIn(), personas.hannah);
  expect(await sign(authorisationId, copy, hannah.desk, hannah.verificationId)).toMatchObject({
    problem: { code: 'authorisation_not_found' },
  });
  const terms: Terms = { ...once, payOn: '2027-01-05', amountCents: 100 };
  const byCard = await call.desk.value('makeAuthorisation', {
    params: { authorisationId: randomUUID() },
    body: {
      verificationId: call.verificationId,
      method: { kind: 'card', token: await call.capture() },
      terms,
      agreement: agreementTo(terms),
    },
  });
  expect(await sign(byCard.authorisationId, copy)).toMatchObject({
    problem: { code: 'bad_request' },
  });
});
