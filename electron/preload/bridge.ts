import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, NEWS_CHANNEL } from '../calls/channels.ts';

/** Gives a page its two functions and nothing else of Electron. */
export function exposeBridge(): void {
  contextBridge.exposeInMainWorld('desk', {
    ask: (name: string, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
    listen(event: string, heard: () => void) {
      const listener = (_: unknown, told: string) => {
        if (told === event) heard();
      };
      ipcRenderer.on(NEWS_CHANNEL, listener);
      return () => void ipcRenderer.off(NEWS_CHANNEL, listener);
    },
  });
}
