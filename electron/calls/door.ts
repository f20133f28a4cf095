import { ipcMain, type WebFrameMain } from 'electron';
import { answerCall, type Door } from './answer-call.ts';
import { CALL_CHANNEL } from './channels.ts';

/** Tells which of our pages a frame is: the top frame of a window we made, on our own origin. */
export type PageOf = (frame: WebFrameMain | null) => 'desk' | 'capture' | undefined;

/** Opens the one door between pages and the main process. */
export function openDoor(door: Door, pageOf: PageOf): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    answerCall(door, pageOf(event.senderFrame), name, input),
  );
}
