import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DrivenDesk } from '#tools/drive-desk.ts';

/** What axe finds on a page, each with the element it is about. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

/** Nothing for axe to find in light and dark, and a picture of each for people. */
export async function lookAt({ page }: Pick<DrivenDesk, 'page'>, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await complaintsOf(page)).toEqual([]);
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
