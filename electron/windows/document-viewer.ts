import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import type { ShownDocument } from '../calls/documents.ts';
import { Refused } from '../desk/refused.ts';
import { DOCUMENT_SCHEME, pageOf, serveDocuments } from './document-protocol.ts';
import { lockDown, lockDownSession } from './lock-down.ts';

/** Shows documents, one window for each, and closes them all at once. */
export interface DocumentViewer {
  show(document: ShownDocument): Promise<void>;
  closeAll(): void;
}

interface ViewerParts {
  readonly pages: string;
  readonly over: () => BrowserWindow | undefined;
  readonly onLockKey: () => void;
}

function openWindow(
  own: Session,
  { over, onLockKey }: ViewerParts,
  { name }: ShownDocument,
): BrowserWindow {
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
    },
  });
  window.setMenu(null);
  window.webContents.on('before-input-event', (_event, { type, control, meta, key }) => {
    if (type !== 'keyDown') return;
    if ((control || meta) && key.toLowerCase() === 'l') onLockKey();
    if (key === 'Escape') window.close();
  });
  lockDown(window.webContents);
  return window;
}

/**
 * Windows for documents that strangers made: no preload, no Node, a session in memory of their own, no way out.
 * The bytes are in memory as long as the window stands; nothing is written to the disk.
 */
export function createDocumentViewer(parts: ViewerParts): DocumentViewer {
  // Without "persist:" a session is kept in memory alone.
  const own = session.fromPartition('documents', { cache: false });
  const shown = new Map<string, ShownDocument>();
  const windows = new Set<BrowserWindow>();
  lockDownSession(own);
  // Neither the network nor a file is reached from there, whatever a document asks for.
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: new URL(url).protocol !== `${DOCUMENT_SCHEME}:` }),
  );
  serveDocuments(own.protocol, parts.pages, id => shown.get(id));

  return {
    async show(document) {
      const id = randomUUID();
      shown.set(id, document);
      const window = openWindow(own, parts, document);
      windows.add(window);
      window.on('closed', () => {
        windows.delete(window);
        shown.delete(id);
        document.bytes.fill(0);
      });
      try {
        await window.loadURL(pageOf(id, document));
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
