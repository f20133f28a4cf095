import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';
import { Refused } from '../desk/refused.ts';

/** Prints a PDF from a window that is never shown; the system asks for the printer. */
async function printPdf(path: string): Promise<boolean> {
  // The PDF viewer is the one plugin there is; the page has no preload and no Node.
  const window = new BrowserWindow({
    show: false,
    webPreferences: { plugins: true, sandbox: true },
  });
  try {
    await window.loadURL(pathToFileURL(path).href);
    return await new Promise<boolean>((resolve, reject) =>
      window.webContents.print({ printBackground: true }, (done, why) => {
        // Whoever closes the system's dialog has changed their mind; everything else is a fault.
        if (done || /cancel/i.test(why)) resolve(done);
        else reject(new Refused('print_failed'));
      }),
    );
  } finally {
    window.destroy();
  }
}

/** Hands a PDF to a printer of this computer; the file itself stays only as long as that takes. */
export function filePrinter(window: () => BrowserWindow | undefined) {
  return async (name: string, bytes: Buffer): Promise<boolean> => {
    const printers = await window()?.webContents.getPrintersAsync();
    if (!printers?.length) throw new Refused('no_printer');
    const folder = await mkdtemp(join(tmpdir(), 'remit-print-'));
    try {
      const path = join(folder, name);
      await writeFile(path, bytes, { mode: 0o600 });
      return await printPdf(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
