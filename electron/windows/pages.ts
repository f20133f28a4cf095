import type { BrowserWindow, WebContents, WebFrameMain } from 'electron';
import type { PageOf } from '../calls/door.ts';
import { APP_SCHEME } from './app-protocol.ts';

interface OurPages {
  readonly desk: () => WebContents | undefined;
  readonly capture: () => WebContents | undefined;
}

function isTopFrameOf(frame: WebFrameMain, contents: WebContents | undefined): boolean {
  return contents !== undefined && !contents.isDestroyed() && contents.mainFrame === frame;
}

/** Which of our pages a frame is; a frame of anybody else, or inside a page, is none of them. */
export function pageRecogniser({ desk, capture }: OurPages): PageOf {
  return frame => {
    if (!frame) return undefined;
    const { protocol, host } = new URL(frame.url);
    if (protocol !== `${APP_SCHEME}:`) return undefined;
    if (host === 'desk' && isTopFrameOf(frame, desk())) return 'desk';
    if (host === 'capture' && isTopFrameOf(frame, capture())) return 'capture';
    return undefined;
  };
}

/** A page that died comes back; what it was showing is in the journal, not in the page. */
export function reviveOnCrash(window: BrowserWindow, onGone: () => void): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onGone();
    window.webContents.reload();
  });
}
