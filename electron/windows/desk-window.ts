import { BrowserWindow, nativeTheme, session } from 'electron';
import { DESK_PAGE, servePages } from './app-protocol.ts';
import { lockDown, lockDownSession, pagePreferences } from './lock-down.ts';

interface DeskWindowParts {
  readonly pages: string;
  readonly preload: string;
  readonly title: string;
}

const SURFACE = { light: '#ffffff', dark: '#16181c' } as const;

/** The one window of the desk. Shown when its page is ready, so that nothing flashes. */
export function createDeskWindow({ pages, preload, title }: DeskWindowParts): BrowserWindow {
  const ownSession = session.fromPartition('desk');
  servePages(ownSession.protocol, pages);
  lockDownSession(ownSession);
  const window = new BrowserWindow({
    title,
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 720,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? SURFACE.dark : SURFACE.light,
    webPreferences: pagePreferences(preload, ownSession),
  });
  window.removeMenu();
  lockDown(window.webContents);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', event => event.preventDefault());
  void window.loadURL(DESK_PAGE);
  return window;
}
