import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DrivenDesk } from '#tools/drive-desk.ts';

/** What axe finds on a page by every rule, or by these, each with the element it is about. */
export async function complaintsOf(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length ? builder.withRules([...rules]) : builder).analyze();
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

/** The same in a large window and a small one. */
export async function lookAtSizes(desk: DrivenDesk, name: string): Promise<void> {
  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
  ] as const) {
    await desk.app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await desk.page.waitForFunction(wanted => window.innerWidth === wanted, width);
    await lookAt(desk, `${name}-${width}`);
  }
}
