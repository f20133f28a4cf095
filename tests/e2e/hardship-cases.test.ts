import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';

const { marisol, otis } = personas;
let whole: WholeDesk;

/** Marisol and Otis were referred on calls. */
beforeAll(async () => {
  mkdirSync('out/pictures', { recursive: true });
  whole = await openWholeDesk();
  const { backend } = whole;
  for (const persona of [marisol, otis]) {
    const call = await verifiedCall(await backend.signIn(), persona);
    await call.desk.value('keepReferral', sentOf(call, backend).referral(persona.mrn));
  }
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const pane = (name: string) => page().getByRole('region', { name, exact: true });
const rows = () =>
  page()
    .getByRole('list', { name: /^Open cases/ })
    .getByRole('button');

const look = (name: string) => lookAt(whole.desk, `hardship-cases-${name}`);

test('a counselor without a call lands on the cases, and opens one by keyboard', async () => {
  await whole.steps.signIn('c.okafor');
  await expect.poll(() => rows().count()).toBe(2);
  await look('1-list');
  await press('ArrowDown');
  await press('Enter');
  await pane('What the caller said').waitFor();
  await pane('Case').getByText('Lost work in October').waitFor();
  await press('Control+t');
  await pane('Case')
    .getByText(/^You have it since/)
    .waitFor();
  await look('2-case');
});

test('notes a callback, says what was done about the referral, and sets how pressing it is', async () => {
  await press('Control+b');
  const form = page().getByRole('form', { name: 'Call back' });
  await form.getByRole('textbox', { name: 'What about' }).fill('Ask for the pay stubs.');
  await look('3-callback');
  await press('Enter');
  await pane('To do').getByText('Ask for the pay stubs.').waitFor();
  await pane('To do').getByRole('button', { name: 'Done: Referral' }).press('Enter');
  await page().getByRole('textbox', { name: 'What was done' }).fill('Spoke with him.');
  await press('Enter');
  await pane('History').getByText('Done: Referral. Spoke with him.').waitFor();
  await page().getByRole('combobox', { name: 'Priority of the case' }).selectOption('urgent');
  await expect.poll(() => rows().first().innerText()).toMatch(/Otis[\s\S]*Urgent[\s\S]*Call back/);
});

test('a case with something to do is not closed, and one with nothing is handed over', async () => {
  await page().getByRole('button', { name: 'Close…' }).press('Enter');
  await page().getByRole('textbox', { name: 'How it ended' }).fill('Paid in full.');
  await press('Enter');
  await pane('Case')
    .getByText(/Something is still to be done in this case/)
    .waitFor();
  await look('4-not-closed');
  await press('Escape');
  await page().getByRole('button', { name: 'Hand over…' }).press('Enter');
  const note = page().getByRole('textbox', { name: 'What the colleague has to know' });
  await note.fill('On vacation from Monday.');
  await press('Enter');
  await pane('Case')
    .getByText(/^Marta Delgado has it since/)
    .waitFor();
  await press('Control+3');
  await expect.poll(() => rows().count()).toBe(1);
  await press('Control+1');
});

test('a case is opened by hand for a patient who is found', async () => {
  await press('Control+n');
  const box = page().getByRole('textbox', { name: /record number|MRN/i });
  await box.fill(personas.priya.mrn);
  await press('Enter');
  await page().getByRole('list', { name: 'Found patients' }).getByRole('button').press('Enter');
  await page()
    .getByRole('textbox', { name: 'Why the case is opened' })
    .fill('Asked at the counter.');
  await look('5-open');
  await press('Enter');
  await pane('Case')
    .getByText(/^You have it since/)
    .waitFor();
  await expect.poll(() => rows().count()).toBe(3);
});

test('a closed case is found again by a part of its name, and opened again with a reason', async () => {
  await page().getByRole('button', { name: 'Close…' }).press('Enter');
  await page().getByRole('textbox', { name: 'How it ended' }).fill('They want to think it over.');
  await press('Enter');
  await pane('Case').getByText('They want to think it over.').first().waitFor();
  await press('Control+4');
  const found = page()
    .getByRole('list', { name: /^Closed cases/ })
    .getByRole('button');
  await page().getByRole('searchbox', { name: 'Find a closed case' }).fill('nobody like that');
  await pane('Cases')
    .getByText(/^No closed case was found/)
    .waitFor();
  await page().getByRole('searchbox', { name: 'Find a closed case' }).fill('priya');
  await expect.poll(() => found.count()).toBe(1);
  await found.press('Enter');
  await look('6-closed');
  await press('Control+t');
  await page().getByRole('textbox', { name: 'Why it is opened again' }).fill('They called again.');
  await press('Enter');
  await pane('Case')
    .getByText(/^You have it since/)
    .waitFor();
  await expect.poll(() => found.count()).toBe(0);
  await press('Control+1');
  await expect.poll(() => rows().count()).toBe(3);
});

test('a key goes to the call workspace and back, and the call stays open', async () => {
  await press('F10');
  await whole.steps.startCall();
  await press('F10');
  await pane('Cases').waitFor();
  await page().getByRole('timer').waitFor();
  await look('7-with-a-call');
  await press('F10');
  await pane('Cases').waitFor({ state: 'detached' });
  await page().getByRole('timer').waitFor();
});
