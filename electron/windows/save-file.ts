import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { v7 as uuidv7 } from 'uuid';
import { Refused } from '../desk/refused.ts';

/** Asks where a file should go and writes it whole or not at all. */
export function fileSaver(window: () => BrowserWindow | undefined) {
  return async (suggestedName: string, bytes: Buffer): Promise<string | null> => {
    const over = window();
    const options = { defaultPath: join(app.getPath('downloads'), suggestedName) };
    const { canceled, filePath } = over
      ? await dialog.showSaveDialog(over, options)
      : await dialog.showSaveDialog(options);
    if (canceled || !filePath) return null;
    // A name that nobody can have laid a link under.
    const unfinished = join(dirname(filePath), `.${uuidv7()}.part`);
    try {
      await writeFile(unfinished, bytes, { flag: 'wx' });
      await rename(unfinished, filePath);
    } catch (cause) {
      await rm(unfinished, { force: true });
      throw new Refused('receipt_failed', String((cause as NodeJS.ErrnoException).code));
    }
    return filePath;
  };
}
