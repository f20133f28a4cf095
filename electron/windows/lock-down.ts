import type { Session, WebContents, WebPreferences } from 'electron';

/** The web preferences of every page: no Node, isolated, sandboxed. */
export function pagePreferences(preload: string, session: Session): WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  };
}

/** A page stays where it was loaded: no navigation, no new windows, no permissions, no downloads. */
export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', event => event.preventDefault());
  contents.on('will-redirect', event => event.preventDefault());
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
  contents.session.setDevicePermissionHandler(() => false);
  contents.session.on('will-download', event => event.preventDefault());
}
