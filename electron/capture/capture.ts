import type { CallInput } from '#shared/desk/calls.ts';
import type { Bounds } from '#shared/desk/payment-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';

/** Where it lies, how light it is, and what is typed in it. */
export type AskedFor = CallInput<'capture.open'>;

/** The isolated view a card or a bank account is typed in; in the application a WebContentsView over the payment panel. */
export interface CaptureSurface {
  open(asked: AskedFor): void;
  place(bounds: Bounds): void;
  focus(): void;
  /** Takes the view away, and with it whatever was typed. */
  close(): void;
}

export interface Capture extends Omit<CaptureSurface, 'open'> {
  open(callId: string, asked: AskedFor): void;
  isOpen(): boolean;
}

/**
 * The capture of a card or a bank account on a call. The recording is paused for exactly as long as the view is there,
 * whatever takes it away: it was taken, the call ended, the desk locked, the page crashed.
 */
export function createCapture(
  { recorder, calls, news }: Pick<DeskParts, 'recorder' | 'calls' | 'news'>,
  surface: CaptureSurface,
): Capture {
  let capturing: string | undefined;
  return {
    open(callId, asked) {
      if (capturing === undefined) {
        recorder.pause(callId);
        calls.note(callId, 'recording_paused', callId);
      }
      capturing = callId;
      surface.open(asked);
      news.tell('call');
    },
    place: bounds => surface.place(bounds),
    focus: () => surface.focus(),
    close() {
      const captured = capturing;
      capturing = undefined;
      surface.close();
      if (captured === undefined) return;
      recorder.resume(captured);
      // A recorder that does not resume is told of by the pause that has no end (PCI DSS 3.3.1 asks for the pause alone).
      if (recorder.standing(captured) === 'on') calls.note(captured, 'recording_resumed', captured);
      news.tell('call');
    },
    isOpen: () => capturing !== undefined,
  };
}
