import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LetterParts, sendLetters } from '#backend/letters/send-letters.ts';
import { personas } from '#backend/seed/personas.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { CopyWay } from '#shared/plans/offer.ts';
import { laid, letterOf, messageOf, postThatShuts } from '#tests/backend/letters/letter-desk.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { inMonths, planDesk } from './plan-desk.ts';

const LATER = 3_600_000;

let backend: TestBackend;
let runner: Runner;
let through: ReturnType<typeof postThatShuts>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z', postEveryMs: LATER });
  runner = openRunner(backend);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});
beforeEach(async () => {
  through = postThatShuts(backend);
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
});

const parts = (): LetterParts => ({ ...runner.parts, post: through.post });
type Persona = (typeof personas)[keyof typeof personas];
const problem = (answer: { ok: boolean }) =>
  'problem' in answer ? (answer.problem as { code: string }).code : 'none';

async function offered(persona: Persona = personas.marisol) {
  const desk = planDesk(await verifiedCall(await backend.signIn(), persona), backend.now);
  const answer = await desk.offer(inMonths(6, '2026-12-28'));
  if (!answer.ok) throw new Error(answer.problem.code);
  return { desk, offer: answer.value };
}

async function letters(offerId: string) {
  const { rows } = await backend.pool.query(
    `SELECT letter_id AS id, kind, sent_by_way AS way, language, sent_at IS NOT NULL AS sent FROM letter
     WHERE offer_id = $1 ORDER BY kind DESC`,
    [offerId],
  );
  return rows as { id: string; kind: string; way: string; language: string; sent: boolean }[];
}

async function copied(way: CopyWay, language?: 'en' | 'es', persona?: Persona) {
  const { desk, offer } = await offered(persona);
  const noted = await desk.copy(offer.offerId, way, language);
  if (!noted.ok) throw new Error(noted.problem.code);
  return { desk, offer: noted.value };
}

describe('the written copy of what is disclosed', () => {
  test('stands in the outbox with the note of it, once, and leaves by e-mail with every figure', async () => {
    const { desk, offer } = await copied('email', 'en');
    expect(offer.copy).toMatchObject({ way: 'email', sentAt: null });
    await desk.copy(offer.offerId, 'mail');
    expect(await letters(offer.offerId)).toMatchObject([{ kind: 'plan_offered', sent: false }]);
    expect(await sendLetters(parts())).toEqual([]);
    const [letter] = await letters(offer.offerId);
    expect(letter).toMatchObject({ way: 'email', language: 'en', sent: true });
    const { message, text } = await messageOf(backend, letter?.id ?? '');
    expect(message).not.toContain(showMoney(offer.disclosure.totalOfPaymentsCents));
    expect(text).toContain('ANNUAL PERCENTAGE RATE');
    expect(text).toContain(`${offer.disclosure.aprPercent.toFixed(2)}%`);
    expect(text).toContain(showMoney(offer.disclosure.totalOfPaymentsCents));
    expect(text).not.toContain(offer.disclosureHash);
    const again = await desk.offer(inMonths(6, '2026-12-28'), offer.offerId);
    expect(again).toMatchObject({ ok: true, value: { copy: { sentAt: expect.any(String) } } });
  });

  test('is in Spanish where Spanish is spoken, and goes by mail to the address of the window', async () => {
    const { offer } = await copied('mail', 'es', personas.consuelo);
    await sendLetters(parts());
    const [letter] = await letters(offer.offerId);
    expect(letter).toMatchObject({ way: 'mail', language: 'es', sent: true });
    const { to, text } = await letterOf(backend, letter?.id ?? '');
    expect(to).toContain(personas.consuelo.familyName);
    expect(text).toContain('TASA DE PORCENTAJE ANUAL');
    expect(text).toContain('Su calendario de pagos');
  });

  test('is not sent by e-mail to somebody who never agreed to that', async () => {
    await backend.pool.query(
      'UPDATE guarantor SET email_agreed_on = NULL WHERE guarantor_id = $1',
      [personas.consuelo.guarantorId],
    );
    const { desk, offer } = await offered(personas.consuelo);
    expect(problem(await desk.copy(offer.offerId, 'email'))).toBe('plan_copy_no_email');
    expect(await letters(offer.offerId)).toEqual([]);
    expect(problem(await desk.agree(desk.accepted(offer)))).toBe('plan_copy_missing');
  });

  test('waits while the post is shut: the terms are agreed to then all the same, and nothing is lost', async () => {
    const { desk, offer } = await copied('email', 'en');
    through.state.shut = true;
    await sendLetters(parts());
    expect(through.state.refused).toBeGreaterThan(0);
    expect(await letters(offer.offerId)).toMatchObject([{ sent: false }]);
    expect(problem(await desk.agree(desk.accepted(offer)))).toBe('none');
    through.state.shut = false;
    backend.later(LATER);
    expect(await sendLetters(parts())).toEqual([]);
    expect((await letters(offer.offerId)).map(each => [each.kind, each.sent])).toEqual([
      ['plan_offered', true],
      ['plan_agreed', true],
    ]);
  });

  test('that can be read online is not sent, and the signed copy goes out after the yes', async () => {
    const { desk, offer } = await copied('online', 'es');
    expect(await letters(offer.offerId)).toEqual([]);
    const acceptance = { ...desk.accepted(offer), language: 'es' as const };
    const planId = randomUUID();
    expect(problem(await desk.agree(acceptance, planId))).toBe('none');
    expect(problem(await desk.agree(acceptance, planId))).toBe('none');
    await sendLetters(parts());
    const [letter, ...more] = await letters(offer.offerId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: 'plan_agreed', way: 'email', language: 'es' });
    const { text } = await messageOf(backend, letter?.id ?? '');
    expect(text.replace(/\s/g, '')).toContain(offer.disclosureHash);
    expect(text).toContain(acceptance.recordingReference);
    expect(text).toContain('tal como lo aceptó');
    expect(await laid(backend, 'email')).toContain(`${letter?.id}.eml`);
  });
});
