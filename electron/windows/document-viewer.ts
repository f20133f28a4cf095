import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { mediaTypes } from '#shared/assistance/document.ts';
import type { ShownDocument } from '../calls/documents.ts';
import { Refused } from '../desk/refused.ts';
import { DOCUMENT_SCHEME } from './app-protocol.ts';
import { lockDown, lockDownSession } from './lock-down.ts';

/** Shows documents, one window for each, and closes them all at once. */
export interface DocumentViewer {
  show(document: ShownDocument): Promise<void>;
  closeAll(): void;
}

interface ViewerParts {
  readonly over: () => BrowserWindow | undefined;
  readonly onLockKey: () => void;
}

/** Nothing that a document could ask for leaves its window: neither the network nor a file is reached. */
function keepInside(own: Session): void {
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol } = new URL(url);
    const isOurs = protocol === `${DOCUMENT_SCHEME}:`;
    // The PDF viewer is an extension of the browser and reads the document through one.
    const isViewer = ['chrome-extension:', 'chrome:', 'blob:', 'data:'].includes(protocol);
    answer({ cancel: !isOurs && !isViewer });
  });
}

/**
 * Windows for documents that strangers made: no preload, no Node, a session in memory of their own, no way out.
 * The bytes are in memory as long as the window stands; nothing is written to the disk.
 */
export function createDocumentViewer({ over, onLockKey }: ViewerParts): DocumentViewer {
  // Without "persist:" a session is kept in memory alone.
  const own = session.fromPartition('documents', { cache: false });
  lockDownSession(own);
  keepInside(own);
  const shown = new Map<string, ShownDocument>();
  const windows = new Set<BrowserWindow>();
  own.protocol.handle(DOCUMENT_SCHEME, ({ url }) => {
    const document = shown.get(new URL(url).pathname.slice(1));
    if (!document) return new Response('Not found', { status: 404 });
    return new Response(new Uint8Array(document.bytes), {
      headers: {
        'content-type': mediaTypes[document.format],
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  });

  function openWindow({ name, format }: ShownDocument): BrowserWindow {
    const parent = over();
    const window = new BrowserWindow({
      ...(parent && { parent }),
      width: 900,
      height: 1_000,
      title: name,
      autoHideMenuBar: true,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        plugins: format === 'pdf',
      },
    });
    window.setMenu(null);
    // A document does not name its own window.
    window.on('page-title-updated', event => event.preventDefault());
    window.webContents.on('before-input-event', (_event, { type, control, meta, key }) => {
      if (type !== 'keyDown') return;
      if ((control || meta) && key.toLowerCase() === 'l') onLockKey();
      if (key === 'Escape') window.close();
    });
    lockDown(window.webContents);
    return window;
  }

  return {
    async show(document) {
      const id = randomUUID();
      shown.set(id, document);
      const window = openWindow(document);
      windows.add(window);
      window.on('closed', () => {
        windows.delete(window);
        shown.delete(id);
        document.bytes.fill(0);
      });
      try {
        await window.loadURL(`${DOCUMENT_SCHEME}://document/${id}`);
      } catch {
        window.destroy();
        throw new Refused('document_view_failed');
      }
    },
    closeAll() {
      for (const window of windows) window.destroy();
    },
  };
}
