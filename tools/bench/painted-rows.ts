import type { Page } from 'playwright';

const PATIENCE_MS = 10_000;

/** Both run inside the page: text, because nothing here knows what a page is made of. */
const watch = (begin: string) => `(() => {
  let pressedAt;
  window.painted = new Promise(resolve => {
    setTimeout(() => resolve(null), ${PATIENCE_MS});
    // After the frame has been drawn, not before.
    const drawn = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)));
    ${begin}
  });
})()`;

/** The grid is busy from the key until its rows are the backend's answer; it may come with that, where none stood. */
const rows = watch(`
  const grid = () => document.querySelector('#found-grid');
  const firstRow = () => document.querySelector('#found-0')?.textContent ?? '';
  const isCopied = () => document.querySelector('[data-copied]') !== null;
  const before = firstRow();
  let wasBusy = false;
  addEventListener('keydown', event => { pressedAt = event.timeStamp; }, { capture: true });
  const observer = new MutationObserver(() => {
    if (pressedAt === undefined) return;
    if (grid()?.ariaBusy === 'true') wasBusy = true;
    if (grid()?.ariaBusy !== 'false' || isCopied() || firstRow() === '') return;
    if (!wasBusy && firstRow() === before) return;
    observer.disconnect();
    drawn();
  });
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributeFilter: ['aria-busy'],
  });`);

const smallChange = watch(`
  addEventListener('keydown', event => {
    pressedAt = event.timeStamp;
    document.body.append(Object.assign(document.createElement('div'), { textContent: pressedAt }));
    drawn();
  }, { capture: true, once: true });`);

/** Watches, inside the page, for the next key and for the first rows after it that are the backend's own. */
export async function watchForRows(page: Page): Promise<void> {
  await page.evaluate(rows);
}

/** Watches for the next key, with which a line of text comes into the page: what any change costs here. */
export async function watchForFrame(page: Page): Promise<void> {
  await page.evaluate(smallChange);
}

/** How long after the key it stood on the screen, in ms; null where it never did. */
export async function paintedAfter(page: Page): Promise<number | null> {
  return await page.evaluate<number | null>('window.painted');
}
