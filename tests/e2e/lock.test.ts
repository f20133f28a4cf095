import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { inMemoryOf } from '#tests/support/heap-of.ts';
import { approvedCard } from '#tools/demo/steps.ts';

const { number } = approvedCard;
let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const unlock = async () => {
  const { page } = whole.desk;
  await page.getByLabel('Password of Rosa Ames').fill('sandbox-only');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Balance', level: 2 }).waitFor();
};

test('locked by key, the desk shows nothing of the call and goes on where it was', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: /locked/i }).waitFor();
  const shown = await page.locator('body').innerText();
  for (const secret of ['Marisol', '1,284.60', '1883']) expect(shown).not.toContain(secret);
  expect(await page.getByRole('status').allInnerTexts()).toEqual(['']);
  await page.screenshot({ path: 'out/pictures/locked.png' });
  await unlock();
  expect(await page.locator('body').innerText()).toContain('Marisol');
});

test('locked in the middle of a card, the capture is gone and nothing of the card is left', async () => {
  const { page } = whole.desk;
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+t');
  const capture = await whole.desk.capture();
  await capture.getByRole('textbox').first().fill(number);
  expect(await inMemoryOf(capture, [number])).toEqual([number]);
  const closed = capture.waitForEvent('close');
  await whole.desk.app.evaluate(({ webContents }) => {
    const entry = webContents.getAllWebContents().find(each => each.getURL().includes('capture'));
    entry?.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] });
  });
  await closed;
  await page.getByRole('heading', { name: /locked/i }).waitFor();
  await unlock();
  expect(whole.desk.app.windows()).toHaveLength(1);
  expect(await inMemoryOf(page, [number])).toEqual([]);
});
