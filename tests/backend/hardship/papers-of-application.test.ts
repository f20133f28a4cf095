import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { jpegDocument, pdfDocument } from '#tests/support/documents.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { sendDocument } from '#tests/support/send-document.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { applicationDesk, earning, inPerson } from '../applications/application-desk.ts';

let backend: TestBackend;
let counselor: SignedIn;
let colleague: SignedIn;
let third: SignedIn;
let desk: Awaited<ReturnType<typeof applicationDesk>>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  counselor = await backend.signIn('c.okafor');
  colleague = await backend.signIn('m.delgado');
  await backend.pool.query(`INSERT INTO user_account (user_id, name, role, regions, password_hash, enabled_at)
    SELECT 'c.tran', 'Claude Tran', role, regions, password_hash, enabled_at FROM user_account WHERE user_id = 'c.okafor'`);
  third = await backend.signIn('c.tran');
  const { rows } = await backend.pool.query(
    "UPDATE guarantor SET language = 'es' WHERE guarantor_id = (SELECT guarantor_id FROM patient WHERE mrn = $1) RETURNING guarantor_id",
    [personas.marisol.mrn],
  );
  desk = await applicationDesk(backend, counselor, rows[0].guarantor_id, earning(300_000));
  await desk.begin();
});
afterAll(() => backend.stop());

const papers = () => counselor.value('documents', { params: { caseId: desk.caseId } });
const stateOf = async (kind: string) =>
  (await papers()).asked.find(each => each.kind === kind)?.state;
const send = async (kind: string, bytes: Buffer) =>
  sendDocument(counselor, { applicationId: desk.applicationId, kind, bytes });
const letters = async () =>
  (await counselor.value('assistanceLetters', { params: { caseId: desk.caseId } })).letters;

/** The newest letter: what it is, and its words. */
async function newest(): Promise<{ kind: string | undefined; words: string }> {
  const [letter] = await letters();
  const params = { letterId: letter?.letterId ?? '' };
  const pdf = await counselor.value('assistanceLetter', { params });
  return { kind: letter?.kind, words: await pdfText(Buffer.from(pdf)) };
}

it('what came with the draft is received when the application is handed in, and the letter asks for the rest', async () => {
  expect((await send('income', await pdfDocument())).ok).toBe(true);
  expect(await letters()).toEqual([]);
  expect((await desk.submit()).ok).toBe(true);
  expect(await stateOf('income')).toBe('received');
  expect(await stateOf('identity')).toBe('missing');
  const { kind, words } = await newest();
  expect(kind).toBe('received');
  expect(words).toContain('Una prueba de su identidad');
  expect(words).not.toContain('Una prueba de los ingresos');
  expect(await letters()).toHaveLength(1);
});

it('a document that does not do is asked for again in writing, once no other of its kind is left', async () => {
  expect((await send('income', jpegDocument)).ok).toBe(true);
  const [second, first] = (await papers()).documents;
  const refuse = (documentId: string, note: string | null) =>
    counselor.value('refuseDocument', {
      params: { documentId },
      body: { reason: 'outdated', note },
    });
  await refuse(first?.documentId ?? '', null);
  expect(await stateOf('income')).toBe('received');
  expect(await letters()).toHaveLength(1);
  backend.later(1_000);
  await refuse(second?.documentId ?? '', 'Necesitamos los de octubre.');
  expect(await stateOf('income')).toBe('refused');
  const { kind, words } = await newest();
  expect(kind).toBe('asked');
  expect(words).toContain('Es demasiado antiguo.');
  expect(words).toContain('Necesitamos los de octubre.');
  expect(words).toContain('Una prueba de los ingresos');
  backend.later(1_000);
  expect((await send('income', await pdfDocument('October'))).ok).toBe(true);
  expect(await stateOf('income')).toBe('received');
});

it('a denial tells why and how to appeal, and the appeal what was taken off to the cent', async () => {
  for (const { kind } of (await papers()).asked) {
    backend.later(1_000);
    expect(
      (await desk.settle(kind, { state: 'accepted', on: desk.today(), seen: inPerson })).ok,
    ).toBe(true);
  }
  const denied = { outcome: 'denied' as const, reason: 'Los ingresos no se pudieron comprobar.' };
  expect((await desk.decide(colleague, denied)).ok).toBe(true);
  const denial = await newest();
  expect(denial.kind).toBe('denied');
  expect(denial.words).toContain('Los ingresos no se pudieron comprobar.');
  expect(denial.words).toContain('Cómo apelar');
  expect(
    await sendDocument(counselor, { applicationId: desk.applicationId, bytes: jpegDocument }),
  ).toMatchObject({ ok: false, problem: { code: 'application_closed' } });
  backend.later(1_000);
  expect((await desk.appeal()).ok).toBe(true);
  expect((await send('income', jpegDocument)).ok).toBe(true);
  backend.later(1_000);
  const awarded = { outcome: 'awarded' as const, percent: 100, reason: 'Comprobados ahora.' };
  expect(await desk.decide(third, awarded)).toMatchObject({ ok: true });
  const award = await newest();
  expect(award.kind).toBe('appeal_awarded');
  const { rows } = await backend.pool.query(
    `SELECT sum(amount_cents)::int AS cents FROM assistance_award_line JOIN assistance_determination
       USING (determination_id) WHERE application_id = $1`,
    [desk.applicationId],
  );
  const takenOff = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  expect(rows[0].cents).toBeGreaterThan(0);
  expect(award.words).toContain(takenOff.format(rows[0].cents / 100));
  expect(award.words).toContain('no debe nada de estas facturas');
  // Its share is not known yet: it is named with what was billed, and lowered once the insurance has answered.
  expect(award.words).toContain('Espera la respuesta de su seguro');
  expect(award.words).toContain('$972.20');
  expect(award.words).toContain('Descontamos el 100 %');
});
