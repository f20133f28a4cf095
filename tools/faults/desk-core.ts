import { join, resolve } from 'node:path';
import type { Door } from '#electron/calls/answer-call.ts';
import type { DocumentPlaces } from '#electron/calls/documents.ts';
import { everyHandler } from '#electron/calls/every-handler.ts';
import type { ReceiptPlaces } from '#electron/calls/receipts.ts';
import { createCapture } from '#electron/capture/capture.ts';
import { type ComposedDesk, composeDesk } from '#electron/desk/compose.ts';
import type { DeskOptions } from '#electron/desk/desk-options.ts';
import type { ChoosePlace } from '#electron/exports/choose-place.ts';

const root = resolve(import.meta.dirname, '../..');
const fonts = join(root, 'node_modules/@expo-google-fonts/inter');

export type CoreOptions = Pick<
  DeskOptions,
  'backendUrl' | 'folder' | 'key' | 'clock' | 'timeouts' | 'pace'
> &
  ReceiptPlaces &
  Partial<DocumentPlaces> & {
    /** Where an exported list goes; nowhere when left out. */
    readonly choosePlace?: ChoosePlace;
    readonly onFailure: Door['onFailure'];
  };

/** The real desk without its windows, on real SQLite files, and the door its pages would ask at. */
export function openDeskCore({ save, print, onFailure, ...given }: CoreOptions): {
  desk: ComposedDesk;
  door: Door;
} {
  const { choose = async () => null, show = async () => undefined, ...rest } = given;
  const { choosePlace = async () => null, ...options } = rest;
  const desk = composeDesk({
    ...options,
    sandbox: true,
    syncWorker: join(root, 'electron/sync/worker/sync-worker.ts'),
    exportWorker: join(root, 'electron/exports/worker/export-worker.ts'),
    migrations: join(root, 'db'),
    version: '0.0.0-test',
  });
  const nothingShown = () => undefined;
  const surface = { open: nothingShown, place: nothingShown, focus: nothingShown };
  const capture = createCapture(desk, { ...surface, close: nothingShown });
  desk.onLock(() => capture.close());
  const typeface = {
    regular: join(fonts, '400Regular/Inter_400Regular.ttf'),
    semiBold: join(fonts, '600SemiBold/Inter_600SemiBold.ttf'),
  };
  const handlers = everyHandler(desk, {
    capture,
    typeface,
    save,
    print,
    choose,
    show,
    choosePlace,
  });
  return {
    desk,
    door: { handlers, session: desk.session, words: desk.words.en, audit: desk.audit, onFailure },
  };
}
