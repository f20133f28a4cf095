import { type BrowserWindow, session, WebContentsView } from 'electron';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Bounds } from '#shared/desk/payment-calls.ts';
import type { AskedFor, CaptureSurface } from '../capture/capture.ts';
import { CAPTURE_PAGE, servePages } from './app-protocol.ts';
import { lockDown, lockDownSession, pagePreferences } from './lock-down.ts';

/** The isolated view in which a card or a bank account is typed, laid over the payment panel. */
export interface CaptureView extends CaptureSurface {
  contents(): Electron.WebContents | undefined;
}

/** Ctrl+L (on macOS ⌘L) locks the desk, also while the keyboard is in the card entry. */
function isLockKey({ type, control, meta, key }: Electron.Input): boolean {
  return type === 'keyDown' && (control || meta) && key.toLowerCase() === 'l';
}

interface CaptureParts {
  readonly window: BrowserWindow;
  readonly pages: string;
  readonly preload: string;
  readonly onLockKey: () => void;
  readonly today: () => CalendarDate;
}

export function createCaptureView({
  window,
  pages,
  preload,
  onLockKey,
  today,
}: CaptureParts): CaptureView {
  const ownSession = session.fromPartition('capture');
  servePages(ownSession.protocol, pages);
  lockDownSession(ownSession);
  let view: WebContentsView | undefined;

  function place({ x, y, width, height }: Bounds): void {
    const zoom = window.webContents.getZoomFactor();
    view?.setBounds({
      x: Math.round(x * zoom),
      y: Math.round(y * zoom),
      width: Math.round(width * zoom),
      height: Math.round(height * zoom),
    });
  }

  function close(): void {
    const closing = view;
    view = undefined;
    if (!closing || window.isDestroyed()) return;
    window.contentView.removeChildView(closing);
    closing.webContents.close();
    window.webContents.focus();
  }

  return {
    open({ bounds, scheme, method }: AskedFor) {
      close();
      view = new WebContentsView({ webPreferences: pagePreferences(preload, ownSession) });
      lockDown(view.webContents);
      view.webContents.on('before-input-event', (_event, input) => {
        if (isLockKey(input)) onLockKey();
      });
      window.contentView.addChildView(view);
      place(bounds);
      view.webContents.setZoomFactor(window.webContents.getZoomFactor());
      const about = new URLSearchParams({ scheme, method, today: today() });
      void view.webContents.loadURL(`${CAPTURE_PAGE}?${about}`);
      view.webContents.focus();
    },
    place,
    focus: () => view?.webContents.focus(),
    close,
    contents: () => view?.webContents,
  };
}
