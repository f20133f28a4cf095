import { app, type BrowserWindow, dialog } from 'electron';

const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png'];

/** Asks which file is the document; its path, or null when none was chosen. What it is, its bytes tell. */
export function documentChooser(window: () => BrowserWindow | undefined, filterName: string) {
  return async (): Promise<string | null> => {
    const over = window();
    const options: Electron.OpenDialogOptions = {
      defaultPath: app.getPath('documents'),
      properties: ['openFile', 'dontAddToRecent'],
      filters: [{ name: filterName, extensions: EXTENSIONS }],
    };
    const { canceled, filePaths } = over
      ? await dialog.showOpenDialog(over, options)
      : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  };
}
