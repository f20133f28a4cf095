import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';

let folder: string;
let desk: DrivenDesk;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-walls-'));
  desk = await driveDesk({ backendUrl: 'http://127.0.0.1:9', dataFolder: folder });
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('a page has no Node, and of Electron only the two functions it asks and listens with', async () => {
  const world = await desk.page.evaluate(() => ({
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    bridge: Object.keys((globalThis as unknown as { desk: object }).desk).sort(),
  }));
  expect(world).toEqual({ node: 'undefined', require: 'undefined', bridge: ['ask', 'listen'] });
});

test('a page cannot go elsewhere, open a window, or be given a permission', async () => {
  const { page } = desk;
  const before = page.url();
  const refused = await page.evaluate(async () => {
    const opened = window.open('https://example.org');
    window.location.href = 'https://example.org';
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    return { opened: opened !== null, state };
  });
  expect(refused).toEqual({ opened: false, state: 'denied' });
  expect(page.url()).toBe(before);
  expect(desk.app.windows()).toHaveLength(1);
});

test('a page can neither make code out of text nor speak to any network', async () => {
  const attempts = await desk.page.evaluate(async () => {
    // Later, on the page's own time: what a debugger evaluates itself is exempt from the policy.
    const fails = (work: () => unknown) =>
      new Promise<boolean>(resolve => {
        setTimeout(async () => {
          try {
            await work();
            resolve(false);
          } catch {
            resolve(true);
          }
        });
      });
    return {
      code: await fails(() => new Function('return 1')()),
      network: await fails(() => fetch('http://127.0.0.1:9/')),
      markup: await fails(() => {
        document.body.innerHTML = '<b>x</b>';
      }),
    };
  });
  expect(attempts).toEqual({ code: true, network: true, markup: true });
});

test('the main process runs every page sandboxed, isolated and without Node', async () => {
  const preferences = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(contents => {
      const asked = contents as unknown as { getLastWebPreferences(): Electron.WebPreferences };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } =
        asked.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
  ]);
});

test("the pages' own scheme serves the pages and no other file", async () => {
  const statuses = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const ask = async (path: string) => (await session?.fetch(`remit://desk/${path}`))?.status;
    return {
      page: await ask('index.html'),
      outside: await ask('..%2f..%2fpackage.json'),
      bundle: await ask('%2e%2e/electron/main.cjs'),
      migration: await ask('../db/journal/migrations/0001-journal.sql'),
      nonsense: await ask('%E0%A4%A'),
      elsewhere: (await session?.fetch('remit://elsewhere/index.html'))?.status,
    };
  });
  expect(statuses).toEqual({
    page: 200,
    outside: 404,
    bundle: 404,
    migration: 404,
    nonsense: 404,
    elsewhere: 404,
  });
});
