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

const isCapture = (page: Page) => page.url().startsWith('remit://capture/');

/** Starts the built desk in the real Electron and hands it to Playwright. */
export async function driveDesk(options: LaunchOptions): Promise<DrivenDesk> {
  const { executablePath, args, env } = deskLaunch(options);
  const app = await _electron.launch({ executablePath, args, env });
  const page = await app.firstWindow();
  return {
    app,
    page,
    async capture() {
      return app.windows().find(isCapture) ?? (await app.waitForEvent('window', isCapture));
    },
    async kill() {
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    },
    close: () => app.close(),
  };
}
