import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { deskLaunch, type LaunchOptions } from './desk-environment.ts';

export interface DrivenDesk {
  readonly app: ElectronApplication;
  /** The desk's own page. */
  readonly page: Page;
  /** The isolated capture page, once it is open. */
  capture(): Promise<Page>;
  /** Ends the process at once, as a crash or a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** How long a machine under load may take to open a page. */
const LONGEST_WAIT_MS = 30_000;

const isCapture = (page: Page) => page.url().startsWith('remit://capture/');

/** A window is announced before it has its address, so it is looked for and not listened for. */
async function captureOf(app: ElectronApplication): Promise<Page> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const capture = app.windows().find(isCapture);
    if (capture) return capture;
    if (Date.now() > deadline) throw new Error('The card capture did not open.');
    await wait(25);
  }
}

/** Starts the built desk in the real Electron and hands it to Playwright. */
export async function driveDesk(options: LaunchOptions): Promise<DrivenDesk> {
  const { executablePath, args, env } = deskLaunch(options);
  const app = await _electron.launch({ executablePath, args, env });
  const page = await app.firstWindow();
  return {
    app,
    page,
    capture: () => captureOf(app),
    async kill() {
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    },
    close: () => app.close(),
  };
}
