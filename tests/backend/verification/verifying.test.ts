import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { Factor } from '#shared/verification/policy.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let desk: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ resolveEveryMs: 60_000 });
  desk = await backend.signIn();
});
afterAll(() => backend.stop());

const { consuelo, hector, marisol, tomas, walter, ruth, edith, dmitri, otis, bertram, earl } =
  personas;

const begin = (mrn: string, callerRole: string, callerName?: string, by = desk) =>
  by.ask('beginVerification', {
    body: { callId: randomUUID(), mrn, callerRole, ...(callerName && { callerName }) } as never,
  });

async function begun(mrn: string, callerRole = 'patient', by = desk): Promise<string> {
  const answer = await begin(mrn, callerRole, undefined, by);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.verificationId;
}

async function answer(verificationId: string, factor: Factor, said: string, by = desk) {
  const asked = { params: { verificationId }, body: { factor, said } };
  const given = await by.ask('answerFactor', asked);
  return given.ok ? given.value : given.problem.code;
}

describe('verifying a caller', () => {
  it('two factors that match open the bill', async () => {
    const id = await begun(marisol.mrn);
    expect(await answer(id, 'birth_date', '3/14/1962')).toMatchObject({
      state: 'open',
      matched: ['birth_date'],
      askable: ['postal_code', 'street_address', 'phone'],
      discloses: 'nothing',
    });
    const verified = await answer(id, 'phone', '(510) 555-0147');
    expect(verified).toMatchObject({ state: 'verified', discloses: 'everything', attemptsLeft: 3 });
    expect(await answer(id, 'postal_code', '94612')).toBe('verification_closed');
    const params = { verificationId: id };
    expect(await desk.value('verification', { params })).toEqual(verified);
  });

  it('ZIP and street are one address, not two factors', async () => {
    const id = await begun(marisol.mrn);
    await answer(id, 'postal_code', marisol.postalCode);
    const both = await answer(id, 'street_address', '1420 alder st');
    expect(both).toMatchObject({ state: 'open', matched: ['postal_code', 'street_address'] });
  });

  it('a guarantor is held against their own record, not the patient’s', async () => {
    const id = await begun(tomas.mrn, 'guarantor');
    expect(await answer(id, 'birth_date', tomas.birthDate)).toMatchObject({
      failed: ['birth_date'],
    });
    const again = await begun(tomas.mrn, 'guarantor');
    await answer(again, 'birth_date', marisol.birthDate);
    expect(await answer(again, 'phone', marisol.phone)).toMatchObject({ state: 'verified' });
  });

  it('what cannot be an answer is not counted as one, and no factor is asked twice', async () => {
    const id = await begun(marisol.mrn);
    expect(await answer(id, 'birth_date', 'the fourteenth')).toBe('bad_request');
    await answer(id, 'birth_date', marisol.birthDate);
    expect(await answer(id, 'birth_date', marisol.birthDate)).toBe('bad_request');
  });

  it('nothing that was said is kept', async () => {
    const id = await begun(earl.mrn);
    await answer(id, 'street_address', '77 Nowhere Crescent');
    const { rows } = await backend.pool.query('SELECT * FROM verification_answer');
    expect(rows.filter(row => row.verification_id === id)).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Nowhere');
  });
});

describe('callers who hear nothing, whatever they answer', () => {
  it.each([
    ['a minor who calls for themselves', tomas.mrn, 'patient', 'patient_is_minor'],
    ['somebody who calls as a deceased patient', walter.mrn, 'patient', 'patient_is_deceased'],
    [
      'a third party nobody recorded',
      edith.mrn,
      'authorised_representative',
      'no_authorisation_on_record',
    ],
  ])('%s', async (_who, mrn, role, refusal) => {
    const answered = await begin(mrn, role, 'Somebody Else');
    expect(answered).toMatchObject({ value: { state: 'refused', refusal, askable: [] } });
  });

  it('an authorised representative counts while the authorisation lasts', async () => {
    const role = 'authorised_representative';
    expect(await begin(edith.mrn, role, 'naomi OSÉI')).toMatchObject({ value: { state: 'open' } });
    expect(await begin(edith.mrn, role, 'Gerald Pike')).toMatchObject({
      value: { refusal: 'no_authorisation_on_record' },
    });
  });

  it('the guarantor of a deceased patient may be verified', async () => {
    const id = await begun(walter.mrn, 'guarantor');
    await answer(id, 'birth_date', ruth.birthDate);
    expect(await answer(id, 'phone', ruth.phone)).toMatchObject({ state: 'verified' });
  });

  it('a guest payer hears the amount they pay', async () => {
    expect(await begin(marisol.mrn, 'guest_payer')).toMatchObject({
      value: { state: 'verified', discloses: 'amount_only' },
    });
  });
});

describe('wrong answers', () => {
  it('three lock the record, over calls, users and workstations, until a supervisor opens it', async () => {
    const colleague = await backend.signIn('c.okafor');
    expect(await answer(await begun(marisol.mrn), 'phone', '5105550000')).toMatchObject({
      attemptsLeft: 2,
    });
    const theirs = await begun(marisol.mrn, 'patient', colleague);
    expect(await answer(theirs, 'phone', '5105550000', colleague)).toMatchObject({
      attemptsLeft: 1,
    });
    const last = await begun(marisol.mrn);
    expect(await answer(last, 'birth_date', '1/1/1900')).toMatchObject({
      state: 'locked',
      attemptsLeft: 0,
    });
    expect(await answer(theirs, 'birth_date', marisol.birthDate, colleague)).toBe('record_locked');
    expect(await begin(marisol.mrn, 'patient')).toMatchObject({
      problem: { code: 'record_locked' },
    });
    const asked = { body: { mrn: marisol.mrn, reason: 'called back, it is her' } };
    expect(await desk.ask('unlockPatient', asked)).toMatchObject({
      problem: { code: 'not_allowed' },
    });
    await (await backend.signIn('s.lindqvist')).value('unlockPatient', asked);
    const id = await begun(marisol.mrn);
    await answer(id, 'birth_date', marisol.birthDate);
    expect(await answer(id, 'phone', marisol.phone)).toMatchObject({ attemptsLeft: 3 });
  });

  it('stay counted after a restart, and are set back by a caller who proves who they are', async () => {
    await answer(await begun(otis.mrn), 'phone', '5105550000');
    await answer(await begun(otis.mrn), 'phone', '5105550000');
    const restarted = await backend.startAnother();
    expect(restarted.url).not.toBe(backend.url);
    const id = await begun(otis.mrn);
    await answer(id, 'birth_date', otis.birthDate);
    expect(await answer(id, 'phone', otis.phone)).toMatchObject({ attemptsLeft: 3 });
  });

  it('of somebody who calls as guarantor count for the whole family, whichever patient is named', async () => {
    for (const patient of [consuelo, hector, consuelo]) {
      await answer(await begun(patient.mrn, 'guarantor'), 'phone', '5105550000');
    }
    for (const patient of [consuelo, hector]) {
      expect(await begin(patient.mrn, 'guarantor')).toMatchObject({
        problem: { code: 'record_locked' },
      });
    }
  });

  it('given all at once are three at most', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => begun(bertram.mrn)));
    const answers = await Promise.all(ids.map(id => answer(id, 'phone', '5105550000')));
    expect(answers.filter(each => each === 'record_locked')).toHaveLength(7);
    const { rows } = await backend.pool.query(
      'SELECT count(*) AS wrong FROM verification_answer WHERE verification_id = ANY ($1)',
      [ids],
    );
    expect(rows).toEqual([{ wrong: 3 }]);
  });

  it('a record that is locked stays shut for everybody who calls', async () => {
    expect(await begin(dmitri.mrn, 'patient')).toMatchObject({
      status: 423,
      problem: { code: 'record_locked' },
    });
  });
});
