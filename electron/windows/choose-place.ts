import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ChoosePlace, FileFormat } from '../exports/choose-place.ts';

/** Asks where a file of this format goes; its path, or null when none was named. */
export function placeChooser(
  window: () => BrowserWindow | undefined,
  names: Readonly<Record<FileFormat, string>>,
): ChoosePlace {
  return async (suggestedName, format) => {
    const over = window();
    const options: Electron.SaveDialogOptions = {
      defaultPath: join(app.getPath('downloads'), suggestedName),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      filters: [{ name: names[format], extensions: [format] }],
    };
    const { canceled, filePath } = over
      ? await dialog.showSaveDialog(over, options)
      : await dialog.showSaveDialog(options);
    if (canceled || !filePath) return null;
    return extname(filePath) === '' ? `${filePath}.${format}` : filePath;
  };
}
