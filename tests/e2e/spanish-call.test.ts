import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { createWords, type Language } from '#shared/words/words.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';

const { consuelo } = personas;
const note = 'Asks about the copay; will check her bank.';
let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
});
afterAll(() => whole.end());

const notesBox = () => whole.desk.page.getByRole('textbox', { name: 'Notes' });
const sees = (text: string) => whole.desk.page.getByText(text).first().waitFor();
const words = { en: createWords('en'), es: createWords('es') };
const hears = (language: Language, prompt: 'askRole' | 'askFor.mrn') =>
  sees(words[language].t(`spoken:prompts.${prompt}`));
const startCall = async () => {
  await whole.steps.startCall();
  await whole.steps.sayNotice();
};

test('the words to say follow the record of a patient who speaks Spanish', async () => {
  await whole.steps.signIn();
  await startCall();
  await hears('en', 'askFor.mrn');
  await whole.steps.locate(consuelo.mrn);
  await hears('es', 'askRole');
});

test('notes are typed at any time, and are there after the desk was killed', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Control+j');
  await page.keyboard.type(note);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');
  await page.waitForTimeout(1_200);
  await whole.desk.kill();
  await whole.restart();
  await whole.steps.signIn();
  await expect.poll(() => notesBox().inputValue()).toBe(note);
});

test('an interpreter who joins is noted, and the same notes end the call', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Control+i');
  await page.getByText('Interpreter', { exact: true }).waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'End the call' }).waitFor();
  expect(await notesBox().inputValue()).toBe(note);
  await sees('in Spanish, with an interpreter');
  await whole.steps.wrapUp();
  const kept = () =>
    whole.backend.pool
      .query('SELECT record FROM call_record')
      .then(({ rows }) => rows[0]?.record.notes);
  await expect.poll(kept).toBe(note);
});

test('a language that the representative chose stays, whatever the record says', async () => {
  await startCall();
  await whole.desk.page.keyboard.press('Control+e');
  await hears('es', 'askFor.mrn');
  await whole.desk.page.keyboard.press('Control+e');
  await hears('en', 'askFor.mrn');
  await whole.steps.locate(consuelo.mrn);
  await hears('en', 'askRole');
  await whole.steps.wrapUp();
});
