import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { sentOf } from '#tests/backend/kept/sent.ts';
import { verifiedCall } from '#tests/support/backend-call.ts';
import { openWholeDesk, type WholeDesk } from '#tests/support/e2e-desk.ts';

const pictures = 'out/pictures';
const { marisol, otis } = personas;
let whole: WholeDesk;

/** Marisol and Otis were referred on calls. */
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
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

/** Nothing to find for axe in light and dark, and pictures for people. */
async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme });
    const axe = await new AxeBuilder({ page: page() }).setLegacyMode().analyze();
    expect(
      axe.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`)),
    ).toEqual([]);
    const path = `${pictures}/hardship-cases-${name}-${colorScheme}.png`;
    await page().screenshot({ path, animations: 'disabled' });
  }
  await page().emulateMedia({ colorScheme: 'light' });
}

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

test('a key goes to the call workspace and back, and the call stays open', async () => {
  await press('F10');
  await whole.steps.startCall();
  await press('F10');
  await pane('Cases').waitFor();
  await page().getByRole('timer').waitFor();
  await look('3-with-a-call');
  await press('F10');
  await pane('Cases').waitFor({ state: 'detached' });
  await page().getByRole('timer').waitFor();
});
