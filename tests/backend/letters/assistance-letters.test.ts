import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, openPool } from '#backend/database/connect.ts';
import { writeAssistanceLetter } from '#backend/hardship/letters/write-assistance-letter.ts';
import type { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { type OpenApplication, openApplication } from '#tests/support/open-application.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { laid } from './letter-desk.ts';

let backend: TestBackend;
let db: Database;
let counselor: SignedIn;
let open: OpenApplication;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  db = connect(openPool(backend.databaseUrl, 2));
  counselor = await backend.signIn('c.okafor');
  open = await openApplication(backend);
});
afterAll(async () => {
  await db.destroy();
  await backend.stop();
});

const speaks = (language: 'en' | 'es') =>
  backend.pool.query(
    'UPDATE guarantor SET language = $1, email_agreed_on = NULL WHERE guarantor_id = $2',
    [language, open.guarantorId],
  );

const award = {
  percent: 75,
  takenOff: [
    { what: 'Emergency department, level 4', servedOn: '2026-09-02', amountCents: 171_600 },
    { what: 'CT of the abdomen with contrast', servedOn: '2026-09-02', amountCents: 128_400 },
  ],
  takenOffCents: 300_000,
  leftCents: 100_000,
  validFrom: '2026-11-24',
  validUntil: '2027-11-23',
};
const waits = [{ what: 'Office visit, orthopedics', servedOn: '2026-10-15', amountCents: 97_220 }];
const letters = {
  received: {
    kind: 'received',
    receivedOn: '2026-11-24',
    asked: ['identity', 'income'],
    documentsBy: '2026-12-24',
    decideBy: null,
  },
  awarded: { kind: 'awarded', ...award, waits },
  denied: {
    kind: 'denied',
    reason: 'income_over_limit',
    note: 'Income is 412 % of the guideline.',
    appealBy: '2026-12-24',
  },
  appeal_awarded: { kind: 'appeal_awarded', ...award, percent: 100, leftCents: 0, waits: [] },
  appeal_denied: { kind: 'appeal_denied', reason: 'documents_missing', note: null },
  renewal: {
    kind: 'renewal',
    percent: 75,
    validFrom: '2026-11-24',
    validUntil: '2027-11-23',
  },
} as unknown as { readonly [Kind in AssistanceLetter['kind']]: AssistanceLetter };

async function write(kind: AssistanceLetter['kind']): Promise<void> {
  const now = instantOf(backend.now());
  await db
    .transaction()
    .execute(trx =>
      writeAssistanceLetter(trx, { applicationId: open.applicationId, now, letter: letters[kind] }),
    );
}

const listed = async () =>
  (await counselor.value('assistanceLetters', { params: { caseId: open.caseId } })).letters;

/** The letter that was written last, as it leaves: its words. */
async function wordsOf(kind: AssistanceLetter['kind'], language: 'en' | 'es'): Promise<string> {
  await speaks(language);
  await write(kind);
  const letter = (await listed())[0];
  expect(letter).toMatchObject({ kind });
  const params = { letterId: letter?.letterId ?? '' };
  const pdf = Buffer.from(await counselor.value('assistanceLetter', { params }));
  await expect
    .poll(async () => (await listed())[0], { timeout: 20_000 })
    .toMatchObject({ by: 'mail', language, sentAt: expect.stringMatching(/^2026-11-24T/) });
  expect(await laid(backend, 'mail')).toContain(`${params.letterId}.pdf`);
  const left = await readFile(join(backend.outbox, 'mail', `${params.letterId}.pdf`));
  expect(left.equals(pdf)).toBe(true);
  return pdfText(pdf);
}

/** What every letter has to say (26 CFR 1.501(r)-4): the policy, whom to ask, and amounts generally billed. */
const always = {
  en: [
    'Medical Financial Assistance, Northern California',
    '1-800-442-4014',
    'not charged more for emergency or other medically necessary care than the amounts generally billed',
    'PO Box 740488, Los Angeles CA 90074-0488',
    'free of charge',
  ],
  es: [
    'Medical Financial Assistance, Northern California',
    '1-800-442-4014',
    'no se le cobra, por atención de emergencia u otra atención médicamente necesaria, más que las cantidades generalmente facturadas',
    'PO Box 740488, Los Angeles CA 90074-0488',
    'gratis',
  ],
};

const says: readonly [AssistanceLetter['kind'], 'en' | 'es', readonly string[]][] = [
  [
    'received',
    'en',
    [
      'November 24, 2026',
      'A proof of who you are',
      'pay stubs',
      'Send it by December 24, 2026',
      'Within 30 business days',
    ],
  ],
  [
    'received',
    'es',
    ['24 de noviembre de 2026', 'Una prueba de su identidad', '24 de diciembre de 2026'],
  ],
  [
    'awarded',
    'en',
    [
      '75 %',
      '$1,716.00',
      'CT of the abdomen',
      '$3,000.00',
      '$1,000.00',
      'Waits for your insurance',
      '$972.20',
      'October 15, 2026',
      'We take 75% off what is left for you',
      'November 23, 2027',
    ],
  ],
  [
    'awarded',
    'es',
    [
      'El 75 %',
      '$3,000.00',
      'Le queda por pagar',
      'Espera la respuesta de su seguro',
      '$972.20',
      '15 de octubre de 2026',
      'Descontamos el 75 %',
      '23 de noviembre de 2027',
    ],
  ],
  [
    'denied',
    'en',
    [
      'income is above the limit',
      '412 %',
      'How to appeal',
      'until December 24, 2026',
      'Somebody who did not make this decision',
      'payment plan',
    ],
  ],
  ['denied', 'es', ['ingresos', 'Cómo apelar', 'hasta el 24 de diciembre de 2026', 'por escrito']],
  ['appeal_awarded', 'en', ['100 %', 'you owe nothing', 'Your appeal is decided']],
  ['appeal_awarded', 'es', ['El 100 %', 'no debe nada']],
  ['appeal_denied', 'en', ['final decision', 'documents', 'may apply again']],
  ['appeal_denied', 'es', ['decisión final', 'documentos']],
  ['renewal', 'en', ['November 23, 2027', 'apply again']],
  ['renewal', 'es', ['23 de noviembre de 2027', 'presente una nueva solicitud']],
];

describe('a letter about an application', () => {
  it.each(says)(
    '%s in %s says what happened, what follows and what the law asks for',
    async (kind, language, sentences) => {
      const words = await wordsOf(kind, language);
      for (const sentence of [...sentences, ...always[language]]) expect(words).toContain(sentence);
      expect(words).not.toMatch(/\{\{|undefined|assistanceLetter/);
    },
  );

  it.each([
    ['en', 'There is no bill yet that we could lower', 'Waits for your insurance'],
    ['es', 'Todavía no hay ninguna factura', 'Espera la respuesta de su seguro'],
  ] as const)(
    'of an award that lowered nothing yet does not say in %s that it did',
    async (language, none, waiting) => {
      const whole = letters.awarded;
      const later = { ...award, takenOff: [], takenOffCents: 0, leftCents: 0, waits };
      Object.assign(letters, { awarded: { kind: 'awarded', ...later } });
      const words = await wordsOf('awarded', language);
      Object.assign(letters, { awarded: whole });
      expect(words).toContain(none);
      expect(words).toContain(waiting);
      expect(words).not.toMatch(/We have lowered|Redujimos|\$0\.00/);
    },
  );

  it('leaves as e-mail where the guarantor agreed to that, and its subject says nothing of it', async () => {
    await backend.pool.query(
      `UPDATE guarantor SET language = 'es', email = 'casa@example.org', email_agreed_on = '2026-01-02' WHERE guarantor_id = $1`,
      [open.guarantorId],
    );
    await write('awarded');
    const letterId = (await listed())[0]?.letterId ?? '';
    await expect
      .poll(() => laid(backend, 'email'), { timeout: 20_000 })
      .toContain(`${letterId}.eml`);
    const mail = await readFile(join(backend.outbox, 'email', `${letterId}.eml`), 'utf8');
    expect(mail).toMatch(/^Subject: Una carta de Kaiser Permanente\r?$/m);
    expect(mail.split('Content-Disposition')[0]).not.toMatch(/ayuda|solicitud|asistencia/i);
  });

  it('is kept as looked at, and is nobody’s but a counselor’s', async () => {
    const letterId = (await listed())[0]?.letterId ?? '';
    const representative = await backend.signIn('r.ames');
    expect(await representative.ask('assistanceLetter', { params: { letterId } })).toMatchObject({
      ok: false,
      problem: { code: 'not_allowed' },
    });
    await counselor.value('assistanceLetter', { params: { letterId } });
    const { rows } = await backend.pool.query(
      "SELECT guarantor_id FROM access_event WHERE action = 'letter_opened' AND reason = $1",
      [letterId],
    );
    expect(rows).toEqual([{ guarantor_id: open.guarantorId }]);
  });
});
