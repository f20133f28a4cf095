import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LetterParts, sendLetters } from '#backend/letters/send-letters.ts';
import { personas } from '#backend/seed/personas.ts';
import { agreementTo, authorised, type Terms } from '#tests/backend/authorisations/agreed.ts';
import { type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { laid, letterOf, lettersOf, messageOf, postThatShuts } from './letter-desk.ts';

const LATER = 3_600_000;
const monthly: Terms = {
  kind: 'series',
  ledger: 'medical',
  amountCents: 2_000,
  frequency: 'monthly',
  firstOn: '2026-12-31',
  ends: { by: 'count', payments: 3 },
};

let backend: TestBackend;
let runner: Runner;
let through: ReturnType<typeof postThatShuts>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T20:00Z', postEveryMs: LATER });
  runner = openRunner(backend);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});
beforeEach(() => {
  through = postThatShuts(backend);
});

const parts = (): LetterParts => ({ ...runner.parts, post: through.post });
const callOf = async (persona: (typeof personas)[keyof typeof personas]) =>
  verifiedCall(await backend.signIn(), persona);

async function revoke({ desk, verificationId }: VerifiedCall, authorisationId: string) {
  const body = { verificationId, reason: 'changed her mind' };
  await desk.value('revokeAuthorisation', { params: { authorisationId }, body });
}

/** The same terms for less, agreed in a language. */
async function change(
  { desk, verificationId }: VerifiedCall,
  authorisationId: string,
  language: 'en' | 'es',
) {
  const terms = { ...monthly, amountCents: 1_500 };
  const agreement = { ...agreementTo(terms), language };
  const body = { verificationId, terms, agreement };
  await desk.value('changeAuthorisation', { params: { authorisationId }, body });
}

describe('the written copy of an authorisation', () => {
  it('leaves by e-mail where the guarantor agreed to that, with what was agreed and how to end it', async () => {
    const call = await callOf(personas.marisol);
    const { authorisationId } = await authorised(call, monthly);
    expect(await sendLetters(parts())).toEqual([]);
    const [copy] = await lettersOf(backend, authorisationId);
    expect(copy).toMatchObject({ kind: 'made', way: 'email', sent_on: '2026-11-24' });
    const { message, text } = await messageOf(backend, copy?.letter_id ?? '');
    expect(message).toContain('Subject: A letter about your payments');
    for (const said of [
      'Your authorisation of payments to come',
      'Amount of each payment $20.00',
      'First payment on December 31, 2026',
      'Number of payments 3',
      'Paid by Visa ending 4242',
      'Recording of your yes C-4XK7',
      'up to three business days before it',
      'no payment plan and no care depends on it',
    ]) {
      expect(text).toContain(said);
    }
    for (const secret of [call.guarantorId, '$20.00', '4242'])
      expect(message).not.toContain(secret);
  });

  it('leaves as a letter with the address where they did not, in the language it was agreed in', async () => {
    const call = await callOf(personas.otis);
    const { authorisationId } = await authorised(call, monthly);
    await change(call, authorisationId, 'es');
    expect(await sendLetters(parts())).toEqual([]);
    const [, changed] = await lettersOf(backend, authorisationId);
    expect(changed).toMatchObject({ kind: 'changed', way: 'mail' });
    const { to, text } = await letterOf(backend, changed?.letter_id ?? '');
    const { rows } = await backend.pool.query(
      'SELECT full_name, street, city FROM guarantor WHERE guarantor_id = $1',
      [call.guarantorId],
    );
    const [{ full_name, street, city }] = rows;
    expect(to).toMatch(new RegExp(`^${full_name}\n${street}\n${city}, [A-Z]{2} \\d{5}`));
    expect(text).toContain(`${full_name} ${street} ${city}`);
    expect(text).toContain('Cantidad de cada pago $15.00');
    expect(text).toContain('24 de noviembre de 2026');
    expect(text).toContain('Cada pago es de $15.00');
  });

  it('is followed by one that says it is revoked', async () => {
    const call = await callOf(personas.marisol);
    const { authorisationId } = await authorised(call, monthly);
    await revoke(call, authorisationId);
    await sendLetters(parts());
    const [, ended] = await lettersOf(backend, authorisationId);
    expect(ended).toMatchObject({ kind: 'revoked', sent_on: '2026-11-24' });
    const { text } = await messageOf(backend, ended?.letter_id ?? '');
    expect(text).toContain('As you asked us, nothing is taken under this authorisation any more.');
  });
});

describe('a letter', () => {
  it('whose server died after handing it over leaves again with the same words and the same number', async () => {
    const { authorisationId } = await authorised(await callOf(personas.marisol), monthly);
    const cut: LetterParts['post'] = {
      mail: through.post.mail,
      async email(item) {
        await through.post.email(item);
        throw new Error('The server died before it could keep that the letter left.');
      },
    };
    expect(await sendLetters({ ...parts(), post: cut })).toHaveLength(1);
    const [copy] = await lettersOf(backend, authorisationId);
    const letterId = copy?.letter_id ?? '';
    expect(through.state.took).toEqual([letterId]);
    expect(copy).toMatchObject({ sent_on: null });
    const first = await messageOf(backend, letterId);
    await backend.pool.query(
      "UPDATE guarantor SET street = '1 Elsewhere' WHERE guarantor_id = $1",
      [personas.marisol.guarantorId],
    );
    backend.later(61_000);
    expect(await sendLetters(parts())).toEqual([]);
    expect(through.state.took).toEqual([letterId, letterId]);
    const second = await messageOf(backend, letterId);
    const number = `Message-ID: <${letterId}@remit.invalid>`;
    expect(first.message).toContain(number);
    expect(second.message).toContain(number);
    expect(second.text).toBe(first.text);
    expect(await lettersOf(backend, authorisationId)).toMatchObject([{ sent_on: '2026-11-24' }]);
  });

  it('stays when nothing takes it, and holds no other up', async () => {
    const { authorisationId } = await authorised(await callOf(personas.marisol), monthly);
    const other = await authorised(await callOf(personas.otis), monthly);
    const noEmail = { ...through.post, email: () => Promise.reject(new Error('no mail server')) };
    expect(await sendLetters({ ...parts(), post: noEmail })).toHaveLength(1);
    expect(await lettersOf(backend, authorisationId)).toMatchObject([{ sent_on: null }]);
    expect(await lettersOf(backend, other.authorisationId)).toMatchObject([{ way: 'mail' }]);
    backend.later(61_000);
    await sendLetters(parts());
    expect(await lettersOf(backend, authorisationId)).toMatchObject([{ sent_on: '2026-11-24' }]);
  });

  it('is handed over once, however many servers send at once', async () => {
    const call = await callOf(personas.marisol);
    const made: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      made.push((await authorised(call, monthly)).authorisationId);
    }
    const all = await Promise.all([1, 2, 3, 4].map(() => sendLetters(parts())));
    expect(all.flat()).toEqual([]);
    expect(through.state.took).toHaveLength(12);
    expect(new Set(through.state.took).size).toBe(12);
    for (const id of made) {
      expect(await lettersOf(backend, id)).toMatchObject([{ sent_on: '2026-11-24' }]);
    }
    expect(await laid(backend, 'email')).toEqual(
      expect.arrayContaining(through.state.took.map(id => `${id}.eml`)),
    );
  });

  it('that left is never changed', async () => {
    const { rows } = await backend.pool.query(
      'SELECT letter_id FROM letter WHERE sent_at IS NOT NULL LIMIT 1',
    );
    const change = backend.pool.query("UPDATE letter SET pdf = 'x' WHERE letter_id = $1", [
      rows[0].letter_id,
    ]);
    await expect(change).rejects.toThrow(/never changed/);
  });
});

it('the server sends by itself, at its own turn', async () => {
  await backend.startAnother({
    postEveryMs: 100,
    post: { folder: backend.outbox, from: 'a@remit.invalid' },
  });
  const { authorisationId } = await authorised(await callOf(personas.marisol), monthly);
  await expect
    .poll(() => lettersOf(backend, authorisationId))
    .toMatchObject([{ kind: 'made', sent_on: '2026-11-24' }]);
});
