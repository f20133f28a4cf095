import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DrivenDesk } from '../drive-desk.ts';

interface Overlay {
  readonly page: string;
  readonly view: string;
}

/**
 * A picture of the whole window: the desk's page and, while a card is being typed, the isolated view
 * that lies over it. The two are pages of their own, so each is pictured and laid where it lies.
 */
export async function takeWindowPicture({ app, page }: DrivenDesk, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const picture = await page.screenshot({ animations: 'disabled' });
  const capture = app.windows().find(each => each.url().startsWith('remit://capture/'));
  if (!capture) return await writeFile(path, picture);
  const view = await capture.screenshot({ animations: 'disabled' });
  const overlay: Overlay = { page: picture.toString('base64'), view: view.toString('base64') };
  const whole = await app.evaluate(({ BrowserWindow, nativeImage }, pictures) => {
    const read = (base64: string) => nativeImage.createFromBuffer(Buffer.from(base64, 'base64'));
    const under = read(pictures.page);
    const over = read(pictures.view);
    const { width, height } = under.getSize();
    const row = over.getSize().width * 4;
    const pixels = under.toBitmap();
    const laid = over.toBitmap();
    const [window] = BrowserWindow.getAllWindows();
    const { x, y } = window?.contentView.children.at(-1)?.getBounds() ?? { x: 0, y: 0 };
    for (let line = 0; line < over.getSize().height; line += 1) {
      laid.copy(pixels, ((y + line) * width + x) * 4, line * row, (line + 1) * row);
    }
    return nativeImage.createFromBitmap(pixels, { width, height }).toPNG().toString('base64');
  }, overlay);
  await writeFile(path, Buffer.from(whole, 'base64'));
}
