import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DrivenDesk } from '#tools/drive-desk.ts';

const isThere = () => 'axe' in window;

/** Colours that are on their way to others are in nobody's theme; what turns for ever is not waited for. */
async function atRest(): Promise<void> {
  const frame = () =>
    Promise.race([new Promise(requestAnimationFrame), new Promise(late => setTimeout(late, 500))]);
  await frame();
  await frame();
  const ending = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/**
 * What axe finds on a page by every rule, or by these, each with the element it is about. It is brought into a
 * page once, and describes nothing that is in order: both took longer than the looking.
 */
export async function complaintsOf(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(atRest);
  const axeSource = (await page.evaluate(isThere)) ? { axeSource: 'void 0' } : {};
  const { violations } = await new AxeBuilder({ page, ...axeSource })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(rules.length && { runOnly: { type: 'rule', values: [...rules] } }),
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

/** Nothing for axe to find in light, nor in dark where only colours differ, and a picture of each for people. */
export async function lookAt({ page }: Pick<DrivenDesk, 'page'>, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const rules = colorScheme === 'light' ? [] : ['color-contrast'];
    expect(await complaintsOf(page, rules)).toEqual([]);
    const path = `out/pictures/${name}-${colorScheme}.png`;
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Makes the window so large, and waits until the page is. */
export async function size({ app, page }: DrivenDesk, width: number, height: number) {
  await app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
    { width, height },
  );
  await page.waitForFunction(wanted => window.innerWidth === wanted, width);
}

/** The same in a large window and a small one. */
export async function lookAtSizes(desk: DrivenDesk, name: string): Promise<void> {
  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
  ] as const) {
    await size(desk, width, height);
    await lookAt(desk, `${name}-${width}`);
  }
}
