import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, safeStorage } from 'electron';
import { openDoor } from './calls/door.ts';
import { everyHandler } from './calls/every-handler.ts';
import { createCapture } from './capture/capture.ts';
import { todayOf } from './desk/clock.ts';
import { type ComposedDesk, composeDesk } from './desk/compose.ts';
import { runDesk } from './desk/run.ts';
import { keychainKey, sandboxKey } from './keys/file-key.ts';
import { hearLinks } from './links/hear-links.ts';
import { log, logFailure } from './log/log.ts';
import { readSettings } from './start/settings.ts';
import { startFailure } from './start/start-failure.ts';
import { keepWasmCode, steadyHeap } from './start/steady-heap.ts';
import { APP_SCHEME } from './windows/app-protocol.ts';
import { createCaptureView } from './windows/capture-view.ts';
import { documentChooser } from './windows/choose-document.ts';
import { placeChooser } from './windows/choose-place.ts';
import { createDeskWindow } from './windows/desk-window.ts';
import { DOCUMENT_SCHEME } from './windows/document-protocol.ts';
import { createDocumentViewer } from './windows/document-viewer.ts';
import { pageRecogniser, reviveOnCrash } from './windows/pages.ts';
import { filePrinter } from './windows/print-file.ts';
import { fileSaver } from './windows/save-file.ts';
import { tellPages } from './windows/tell-pages.ts';

/** The composition root: everything is built here and handed to what needs it. */
const here = import.meta.dirname;
const pages = join(here, '../renderer');

function openDesk(): ComposedDesk {
  const settings = readSettings(process.env);
  const folder = app.getPath('userData');
  return composeDesk({
    backendUrl: settings.backendUrl,
    sandbox: settings.sandbox,
    folder,
    version: app.getVersion(),
    key: settings.sandbox ? sandboxKey(folder) : keychainKey(folder, safeStorage),
    migrations: join(here, '../db'),
    syncWorker: join(here, 'sync-worker.cjs'),
    exportWorker: join(here, 'export-worker.cjs'),
    nativeBinding: settings.sqliteBinding ?? packagedBinding(),
  });
}

/** The package for an older runtime carries a binding of its own beside its resources. */
function packagedBinding(): string | undefined {
  const path = join(process.resourcesPath, 'better_sqlite3.node');
  return app.isPackaged && existsSync(path) ? path : undefined;
}

function openWindow(desk: ComposedDesk): BrowserWindow {
  const window = createDeskWindow({
    pages,
    preload: join(here, 'desk-preload.cjs'),
    title: desk.words.en.t('common:product'),
  });
  const view = createCaptureView({
    window,
    pages,
    preload: join(here, 'capture-preload.cjs'),
    onLockKey: () => desk.session.lock(),
    today: () => todayOf(desk.clock),
  });
  const capture = createCapture(desk, view);
  const typeface = {
    regular: join(here, '../fonts/Inter_400Regular.ttf'),
    semiBold: join(here, '../fonts/Inter_600SemiBold.ttf'),
  };
  const viewer = createDocumentViewer({
    pages,
    over: () => window,
    onLockKey: () => desk.session.lock(),
  });
  const handlers = everyHandler(desk, {
    capture,
    typeface,
    save: fileSaver(() => window),
    print: filePrinter(() => window),
    choosePlace: placeChooser(() => window, {
      csv: desk.words.en.t('exports:formats.csv'),
      pdf: desk.words.en.t('exports:formats.pdf'),
      jsonl: desk.words.en.t('exports:formats.jsonl'),
    }),
    choose: documentChooser(() => window, desk.words.en.t('documents:files')),
    show: viewer.show,
  });
  openDoor(
    {
      handlers,
      session: desk.session,
      words: desk.words.en,
      audit: desk.audit,
      onFailure: logFailure,
    },
    pageRecogniser({ desk: () => window.webContents, capture: view.contents }),
  );
  tellPages(desk.news, () => [window.webContents, view.contents()]);
  desk.onLock(() => capture.close());
  desk.onLock(() => viewer.closeAll());
  reviveOnCrash(window, () => capture.close());
  return window;
}

async function start(): Promise<void> {
  const onLinks = hearLinks(app);
  await app.whenReady();
  try {
    const desk = openDesk();
    const window = openWindow(desk);
    const stop = runDesk(desk);
    onLinks(words => {
      desk.links.open(words);
      if (window.isMinimized()) window.restore();
      window.focus();
    });
    app.on('before-quit', () => void stop());
  } catch (failure) {
    const { title, message } = startFailure(failure);
    log('start refused', message);
    dialog.showErrorBox(title, message);
    app.exit(1);
  }
}

// Chromium's sandbox cannot start for root; whoever launches as root says so by the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
steadyHeap();
keepWasmCode();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
  {
    scheme: DOCUMENT_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  },
]);
const { REMIT_DATA_FOLDER: dataFolder } = process.env;
if (dataFolder) app.setPath('userData', dataFolder);
app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) void start();
else app.quit();
