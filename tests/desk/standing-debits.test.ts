import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import { businessDaysAfter, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { captureCard, verifiedCall } from '#tests/support/card-call.ts';
import { captureAccount, goodAccount } from '#tests/support/debit-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { filesHolding } from '#tests/support/files-holding.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';

let backend: TestBackend;
let desk: TestDesk;
let supervisor: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
  supervisor = startTestDesk(backend.url);
  await verifiedCall(desk);
  await supervisor.value('session.signIn', { userId: 's.lindqvist', password: 'sandbox-only' });
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await desk.stop();
  await supervisor.stop();
  await backend.stop();
});

const today = () => dateIn('America/Los_Angeles', instantOf(Date.now()));
/** Late enough, whatever the hour, also when the day ends meanwhile. */
const soon = () => businessDaysAfter(today(), 4);
const autopay: AuthorisationTerms = { kind: 'autopay', ledger: 'medical', capCents: cents(9_000) };

const series = (firstOn: CalendarDate): AuthorisationTerms => ({
  kind: 'series',
  ledger: 'medical',
  amountCents: cents(1_000),
  frequency: 'weekly',
  firstOn,
  ends: { by: 'count', payments: 3 },
});

const asked = (terms: AuthorisationTerms) => ({
  authorisationId: randomUUID(),
  method: 'captured' as const,
  terms,
  acknowledged: [...requiredElements(terms, 'ach')],
  language: 'en' as const,
});

async function make(terms: AuthorisationTerms) {
  await captureAccount(desk);
  return desk.value('authorisations.make', asked(terms));
}

const reading = async () =>
  pdfText((desk.saved.at(-1)?.bytes ?? Buffer.alloc(0)) as Buffer<ArrayBuffer>);

test('a series of debits is kept as its bank and ending, with who agreed, when and on which recording', async () => {
  const firstOn = soon();
  const made = await make(series(firstOn));
  const call = await desk.value('call.current', null);
  expect(made).toMatchObject({
    state: 'active',
    method: {
      kind: 'ach',
      accountKind: 'checking',
      bankName: 'Aspen Ledger Bank',
      last4: '6789',
    },
    agreement: { recordingReference: call?.reference, payerName: "Marisol O'Neil-Đặng" },
    signed: null,
    next: { payOn: firstOn },
  });
  expect(call).toMatchObject({ bankAccount: null, recording: 'on' });
  expect(call?.events.map(({ kind }) => kind)).toContain('authorised');
  expect(filesHolding(desk.folder, goodAccount.accountNumber)).toEqual([]);
});

test('an account that is kept pays for autopay too, and cannot be captured away', async () => {
  const { authorisations } = await desk.value('authorisations.list', null);
  const methodId = authorisations.find(each => each.method.kind === 'ach')?.methodId ?? '';
  const made = await desk.value('authorisations.make', { ...asked(autopay), method: { methodId } });
  expect(made).toMatchObject({ methodId, method: { kind: 'ach', last4: '6789' } });
  const reply = await desk.ask('authorisations.make', { ...asked(autopay), method: 'captured' });
  expectRefused(reply, 'no_card');
});

test.each([
  ['without the right to notices', () => series(soon()), 'authorisation_incomplete'],
  ['on a day banks are closed', () => series(closedDay()), 'date_banks_closed'],
  ['sooner than the bank can', () => series(businessDaysAfter(today(), 1)), 'date_too_soon'],
] as const)(
  'debits %s are refused, and the account stays captured',
  async (_what, terms, reason) => {
    await captureAccount(desk);
    const order = asked(terms());
    const isUnread = reason === 'authorisation_incomplete';
    const acknowledged = order.acknowledged.filter(each => !isUnread || each !== 'notice');
    const reply = await desk.ask('authorisations.make', { ...order, acknowledged });
    expectRefused(reply, reason, isUnread ? 'acknowledged' : 'terms');
    expect((await desk.value('call.current', null))?.bankAccount).not.toBeNull();
  },
);

function closedDay(): CalendarDate {
  let day = addDays(today(), 4);
  while (isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

test('the written copy names the account, how to revoke it and the right to notices, in both languages', async () => {
  const { authorisationId } = await make(series(soon()));
  await desk.value('authorisations.copy', { authorisationId, language: 'en' });
  const english = await reading();
  for (const words of [
    'Authorisation of debits to come',
    'checking ending 6789, Aspen Ledger Bank',
    "Marisol O'Neil-Đặng",
    '$10.00',
    'Recurring electronic debits',
    'at least three business days before',
    'about each debit whose amount differs',
    authorisationId,
    'make recurring electronic debits from your checking ending 6789',
    'Signature of the account holder',
  ]) {
    expect(english).toContain(words);
  }
  await desk.value('authorisations.copy', { authorisationId, language: 'es' });
  const spanish = await reading();
  for (const words of ['Autorización de débitos futuros', 'al menos tres días hábiles'])
    expect(spanish).toContain(words);
  await captureCard(desk);
  const ofCard = await desk.value('authorisations.make', {
    ...asked(series(soon())),
    method: 'captured',
  });
  await desk.value('authorisations.copy', {
    authorisationId: ofCard.authorisationId,
    language: 'en',
  });
  const card = await reading();
  expect(card).toContain('Authorisation of card payments');
  expect(card).not.toContain('Signature of the account holder');
});

test('a copy that came back signed is recorded on the call, and another by a supervisor without one', async () => {
  const [first, second] = [await make(series(soon())), await make(series(soon()))];
  const copy = { signedOn: today(), receivedOn: today() };
  const { authorisationId } = first;
  const signed = await desk.value('authorisations.signed', { authorisationId, ...copy });
  expect(signed).toMatchObject({ signed: copy, history: [{ kind: 'made' }, { kind: 'signed' }] });
  const out = async () =>
    (await supervisor.value('authorisations.unsigned', null)).copies.map(
      each => each.authorisationId,
    );
  expect(await out()).toContain(second.authorisationId);
  expect(await out()).not.toContain(authorisationId);
  const early = { signedOn: addDays(today(), -30), receivedOn: today() };
  expectRefused(
    await supervisor.ask('authorisations.signed', {
      authorisationId: second.authorisationId,
      ...early,
    }),
    'signed_date_wrong',
    'signedOn',
  );
  await supervisor.value('authorisations.signed', {
    authorisationId: second.authorisationId,
    ...copy,
  });
  expect(await out()).not.toContain(second.authorisationId);
  const { rows } = await backend.pool.query(
    `SELECT user_id, call_id IS NULL AS "noCall" FROM authorisation_event WHERE kind = 'signed' ORDER BY at`,
  );
  expect(rows).toEqual([
    { user_id: 'r.ames', noCall: false },
    { user_id: 's.lindqvist', noCall: true },
  ]);
});

test('debits are changed, left out and revoked as card payments are', async () => {
  const { authorisationId } = await make(series(soon()));
  const terms = series(businessDaysAfter(today(), 8));
  const changed = await desk.value('authorisations.change', {
    authorisationId,
    terms,
    acknowledged: [...requiredElements(terms, 'ach')],
    language: 'es',
  });
  expect(changed).toMatchObject({ agreement: { language: 'es' }, terms });
  const occurrence = changed.next?.occurrence ?? '';
  const skipped = await desk.value('authorisations.skip', { authorisationId, occurrence });
  expect(skipped.next?.occurrence).not.toBe(occurrence);
  const reason = 'closes the account';
  expect(await desk.value('authorisations.revoke', { authorisationId, reason })).toMatchObject({
    state: 'revoked',
    next: null,
  });
});
