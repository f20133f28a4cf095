import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { lookAt } from '#tests/support/look.ts';
import { approvedCard } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const press = (key: string) => page().keyboard.press(key);
const panel = () => page().getByRole('region', { name: 'Payments to come', exact: true });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const button = (name: string | RegExp) => panel().getByRole('button', { name });

const look = (name: string) => lookAt(whole.desk, `to-come-${name}`);

const standing = async () =>
  (await whole.backend.pool.query('SELECT kind, state FROM authorisation ORDER BY made_at')).rows;

/** Takes every yes that is left, by its key. */
async function agreeToAll(parts: number) {
  for (let given = 1; given <= parts; given += 1) {
    await press('F8');
    await expect.poll(() => panel().getByRole('checkbox', { checked: true }).count()).toBe(given);
  }
}

describe('payments to come, by keyboard', () => {
  test('are read aloud part by part, and are set up once every yes is given', async () => {
    await press('Control+g');
    await panel().waitFor();
    await sees('Nothing is set up to be paid later.');
    await button(/^\w{3}, \w{3} \d+$/)
      .first()
      .press('Enter');
    await whole.steps.typeCard(approvedCard);
    await whole.steps.hands.strike('Enter', await whole.desk.capture());
    await panel().getByText('Visa ending 4242, taken on this call').waitFor();
    await sees(/authorise .* to keep your Visa ending 4242/);
    await look('reading');
    await press('Control+Enter');
    expect(await standing()).toEqual([]);
    await agreeToAll(4);
    await look('agreed');
    await press('Control+Enter');
    await button('Set up another').waitFor();
    await sees(/^\$312\.40 on /);
    expect(await standing()).toEqual([{ kind: 'once', state: 'active' }]);
    await look('set-up');
  });

  test('autopay is set up in Spanish with the card that is kept, and a second one is refused', async () => {
    for (const again of [false, true]) {
      await button('Set up another').press('Enter');
      await panel().getByText('Autopay', { exact: true }).click();
      await panel().getByRole('textbox', { name: 'At most per statement' }).fill('150.00');
      await panel()
        .getByRole('radio', { name: /kept for another payment/ })
        .check();
      if (!again) {
        await panel().getByText('ES', { exact: true }).click();
        await sees(/autoriza a .* a guardar su Visa/);
        await look('spanish');
      }
      await agreeToAll(6);
      await press('Control+Enter');
      if (!again) await button('Set up another').waitFor();
    }
    await sees(/Autopay is set up for these statements or this plan already/);
    await look('refused');
    expect(await standing()).toHaveLength(2);
  });

  test('one is left out, and autopay is revoked at once', async () => {
    await button('Revoke').first().press('Enter');
    await panel().getByRole('textbox', { name: 'Why it is revoked' }).fill('pays by himself');
    await look('revoking');
    await press('Enter');
    await expect.poll(standing).toContainEqual({ kind: 'autopay', state: 'revoked' });
    await button('Leave the next out').press('Enter');
    await expect.poll(standing).toContainEqual({ kind: 'once', state: 'finished' });
    await panel()
      .getByText(/Finished/)
      .waitFor();
  });

  test('nothing is set up while the backend is away, and the words to say stand at the left', async () => {
    whole.line.cut();
    await sees('Nothing can be set up or changed now: the backend cannot be reached.');
    await sees(/no puedo programar ni cambiar pagos/);
    await look('away');
    whole.line.mend();
  });
});
