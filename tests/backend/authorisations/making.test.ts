import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { agreementTo, authorise, authorised, type Terms } from './agreed.ts';

let backend: TestBackend;
let call: VerifiedCall;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-21T18:00Z' });
  call = await verifiedCall(await backend.signIn());
});
afterAll(() => backend.stop());

const once = (payOn: string, amountCents = 5_000): Terms => ({
  kind: 'once',
  ledger: 'medical',
  amountCents,
  payOn,
});
const autopay: Terms = { kind: 'autopay', ledger: 'medical', capCents: 20_000 };
const series: Terms = {
  kind: 'series',
  ledger: 'medical',
  amountCents: 2_000,
  frequency: 'monthly',
  firstOn: '2026-12-31',
  ends: { by: 'count', payments: 3 },
};

/** Who read of the bill on the call, by the trail of accesses. */
const looks = async () => {
  const { rows } = await backend.pool.query(
    `SELECT user_id, mrn, guarantor_id FROM access_event
     WHERE action = 'balance_read' AND call_id = $1`,
    [call.callId],
  );
  return rows;
};
const listed = () =>
  call.desk.value('authorisations', { params: { verificationId: call.verificationId } });

describe('the list of what is authorised', () => {
  const { mrn, guarantorId } = personas.marisol;

  it('leaves in the trail of accesses who read it, about whom and on which call', async () => {
    const before = await looks();
    await listed();
    expect(await looks()).toEqual([
      ...before,
      { user_id: 'r.ames', mrn, guarantor_id: guarantorId },
    ]);
  });

  it('is refused to somebody else, who leaves no trace of having read it', async () => {
    const before = await looks();
    const other = await backend.signIn('c.okafor');
    const { verificationId } = call;
    const answer = await other.ask('authorisations', { params: { verificationId } });
    expect(answer).toMatchObject({ problem: { code: 'not_verified' } });
    expect(await looks()).toEqual(before);
  });
});

describe('an authorisation', () => {
  it('stands with its card, its words and its next payment, and says who made it', async () => {
    const made = await authorised(call, series);
    expect(made).toMatchObject({
      state: 'active',
      method: { kind: 'card', brand: 'visa', last4: '4242' },
      goodThrough: '2032-12',
      agreement: { recordingReference: 'C-4XK7', wordingVersion: '2026-11', language: 'en' },
      next: { occurrence: '1-1', payOn: '2026-12-31', amountCents: 2_000, stopBy: '2026-12-28' },
      expiresFirst: false,
      history: [{ kind: 'made', byName: expect.any(String) }],
    });
    expect((await listed()).authorisations).toContainEqual(made);
  });

  it('sent again is answered alike and stores one card; another one under its id is refused', async () => {
    const [id, token] = [randomUUID(), await call.capture()];
    const send = (terms: Terms) =>
      call.desk.ask('makeAuthorisation', {
        params: { authorisationId: id },
        body: {
          verificationId: call.verificationId,
          method: { kind: 'card', token },
          terms,
          agreement: agreementTo(terms),
        },
      });
    const both = await Promise.all([send(once('2026-12-01')), send(once('2026-12-01'))]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
    expect(await send(once('2026-12-02'))).toMatchObject({ problem: { code: 'key_reused' } });
    const { rows } = await backend.pool.query(
      'SELECT count(*)::int AS n FROM sandbox_processor.card_token WHERE stored_from = $1',
      [token],
    );
    expect(rows).toEqual([{ n: 1 }]);
    const order = await call.order(100, { method: { kind: 'card', token } });
    expect(await call.pay(order)).toMatchObject({ problem: { code: 'token_unknown' } });
  });

  it.each([
    ['a day that is past', once('2026-11-20'), 'date_not_in_future'],
    ['today', once('2026-11-21'), 'date_not_in_future'],
    ['a holiday', once('2026-11-26'), 'date_banks_closed'],
    ['a day beyond a year', once('2027-11-22'), 'date_beyond_a_year'],
    ['more than is owed', once('2026-12-01', 99_000_000), 'amount_over_balance'],
    [
      'a series of one',
      { ...series, ends: { by: 'date', lastOn: '2027-01-15' } } as Terms,
      'series_too_short',
    ],
  ])('for %s is refused', async (_what, terms, code) => {
    expect(await authorise(call, terms)).toMatchObject({ ok: false, problem: { code } });
  });

  it('without one of its elements is refused', async () => {
    const answer = await call.desk.ask('makeAuthorisation', {
      params: { authorisationId: randomUUID() },
      body: {
        verificationId: call.verificationId,
        method: { kind: 'card', token: await call.capture() },
        terms: autopay,
        agreement: { ...agreementTo(autopay), acknowledged: ['method', 'amount'] },
      },
    });
    expect(answer).toMatchObject({ problem: { code: 'authorisation_incomplete' } });
  });

  it('with a card number for the reference of its recording is refused', async () => {
    const answer = await call.desk.ask('makeAuthorisation', {
      params: { authorisationId: randomUUID() },
      body: {
        verificationId: call.verificationId,
        method: { kind: 'card', token: await call.capture() },
        terms: autopay,
        agreement: { ...agreementTo(autopay), recordingReference: '4242424242424242' },
      },
    });
    const problem = { code: 'recording_reference_wrong', field: 'recordingReference' };
    expect(answer).toMatchObject({ problem });
  });

  it('of a guest payer is refused', async () => {
    const guest = await verifiedCall(await backend.signIn(), personas.otis, 'guest_payer');
    expect(await authorise(guest, autopay)).toMatchObject({ problem: { code: 'not_verified' } });
  });

  it('whose card expires before the next payment says so', async () => {
    const body = {
      number: '4242424242424242',
      goodThrough: '2026-12',
      securityCode: '123',
      postalCode: '94612',
    };
    const { token } = await call.desk.value('keepCard', { body });
    const made = await call.desk.value('makeAuthorisation', {
      params: { authorisationId: randomUUID() },
      body: {
        verificationId: call.verificationId,
        method: { kind: 'card', token },
        terms: once('2027-01-04', 100),
        agreement: agreementTo(once('2027-01-04')),
      },
    });
    expect(made.expiresFirst).toBe(true);
  });
});

describe('autopay', () => {
  it('stands once for a guarantor, until it is revoked', async () => {
    const first = await authorised(call, autopay);
    const again = await Promise.all([authorise(call, autopay), authorise(call, autopay)]);
    for (const answer of again)
      expect(answer).toMatchObject({ problem: { code: 'autopay_exists' } });
    const params = { authorisationId: first.authorisationId };
    const { verificationId } = call;
    const revoked = await call.desk.value('revokeAuthorisation', {
      params,
      body: { verificationId, reason: 'pays by himself' },
    });
    expect(revoked).toMatchObject({ state: 'revoked', next: null, stateWhy: 'pays by himself' });
    const change = { verificationId, terms: autopay, agreement: agreementTo(autopay) };
    expect(await call.desk.ask('changeAuthorisation', { params, body: change })).toMatchObject({
      problem: { code: 'authorisation_ended' },
    });
    expect(await authorise(call, autopay)).toMatchObject({ ok: true });
  });
});

describe('what a payer changes', () => {
  it('is agreed to anew, and the history keeps what was agreed before', async () => {
    const made = await authorised(call, series);
    const params = { authorisationId: made.authorisationId };
    const { verificationId } = call;
    const terms: Terms = { ...series, amountCents: 3_000, firstOn: '2027-01-15' } as Terms;
    const body = { verificationId, terms, agreement: agreementTo(terms) };
    const changed = await call.desk.value('changeAuthorisation', { params, body });
    expect(changed).toMatchObject({
      next: { payOn: '2027-01-15', amountCents: 3_000 },
      history: [{ kind: 'made' }, { kind: 'changed' }],
    });
    const skipped = await call.desk.value('skipScheduledPayment', {
      params,
      body: { verificationId, occurrence: changed.next?.occurrence ?? '' },
    });
    expect(skipped.next?.payOn).toBe('2027-02-16');
    expect(
      await call.desk.ask('skipScheduledPayment', {
        params,
        body: { verificationId, occurrence: '9-9' },
      }),
    ).toMatchObject({ problem: { code: 'bad_request' } });
    const rewrite = backend.pool.query('UPDATE authorisation_event SET why = NULL');
    await expect(rewrite).rejects.toThrow('never changed');
    const other = await verifiedCall(await backend.signIn(), personas.hannah);
    expect(
      await other.desk.ask('revokeAuthorisation', {
        params,
        body: { verificationId: other.verificationId, reason: 'not theirs' },
      }),
    ).toMatchObject({ problem: { code: 'authorisation_not_found' } });
  });

  it('a date that is skipped ends the authorisation', async () => {
    const made = await authorised(call, once('2026-12-08', 100));
    const skipped = await call.desk.value('skipScheduledPayment', {
      params: { authorisationId: made.authorisationId },
      body: { verificationId: call.verificationId, occurrence: '1-1' },
    });
    expect(skipped).toMatchObject({ state: 'finished', next: null });
    expect(skipped.history.map(({ kind }) => kind).sort()).toEqual(['finished', 'made', 'skipped']);
  });
});
