import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import {
  openWholeDesk,
  verifiedCallOn,
  verifiedOn,
  type WholeDesk,
} from '#tests/support/e2e-desk.ts';
import { approvedCard } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
  await verifiedOn(whole);
});
afterAll(() => whole.end());

const page = () => whole.desk.page;
const panel = () => page().getByRole('region', { name: 'Payment plan', exact: true });
const sees = (text: string | RegExp) => page().getByText(text).first().waitFor();
const press = (key: string) => whole.steps.hands.press(key);
const term = (name: string) => panel().getByRole('radio', { name });
const heard = (name: string) =>
  panel().getByRole('checkbox', { name, checked: true }).waitFor({ state: 'attached' });

async function complaints(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page() }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

/** Nothing to find for axe, and a picture in light and dark for people. */
async function look(name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page().evaluate(value => {
      document.documentElement.setAttribute('data-mantine-color-scheme', value);
    }, scheme);
    const path = `out/pictures/plan-${name}-${scheme}.png`;
    await page().screenshot({ path, animations: 'disabled' });
    expect(await complaints()).toEqual([]);
  }
  await page().evaluate(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', 'light');
  });
}

const plans = async () =>
  (
    await whole.backend.pool.query(
      `SELECT months, state, acceptance ->> 'language' AS language FROM payment_plan WHERE offer_id IS NOT NULL`,
    )
  ).rows;

describe('a payment plan, by keyboard', () => {
  test('is refused before its copy and its yes, is agreed to, and its first payment taken, in 22 actions', async () => {
    await press('F7');
    await term('6 months').and(page().locator(':focus')).waitFor();
    await sees('ANNUAL PERCENTAGE RATE');
    await look('offered');
    await press('ArrowRight');
    await term('12 months').and(page().locator(':focus')).waitFor();
    await sees(/Send the written copy first/);
    await page().keyboard.press('Control+Enter');
    expect(await plans()).toEqual([]);
    await press('Control+1');
    await sees(/On its way by e-mail/);
    await press('F8');
    await heard('Read: what it costs');
    await look('reading');
    await press('F8');
    await heard('Read: what is due when');
    await page().keyboard.press('Control+Enter');
    await sees(/Ask for their yes first/);
    expect(await plans()).toEqual([]);
    await press('F8');
    await heard('They said yes');
    await press('Control+Enter');
    await panel().getByRole('heading', { name: 'Plan agreed' }).waitFor();
    expect(await plans()).toEqual([{ months: 12, state: 'active', language: 'en' }]);
    const take = panel().getByRole('button', { name: /^Take the first payment, \$/ });
    await take.and(page().locator(':focus')).waitFor();
    await look('agreed');
    await press('Enter');
    await whole.steps.takeCard(approvedCard);
    await whole.steps.confirm();
    expect(await whole.steps.result()).toBe('Approved');
    await press('F8');
    await sees('Said: confirmation number');
    await whole.steps.wrapUp();
    expect(whole.steps.hands.actions()).toBeLessThanOrEqual(22);
  });
});
