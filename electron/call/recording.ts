/** The telephone system's recorder. Card data is never recorded (PCI DSS 3.3.1). */
export interface Recorder {
  pause(callId: string): void;
  resume(callId: string): void;
  standing(callId: string): 'on' | 'paused';
  /** By which the recording of a call is found again. */
  reference(call: { readonly reference: string }): string;
}

/** The sandbox has no telephone: it remembers what a recorder would have been told. */
export function sandboxRecorder(): Recorder {
  const paused = new Set<string>();
  return {
    pause: callId => void paused.add(callId),
    resume: callId => void paused.delete(callId),
    reference: ({ reference }) => `REC-${reference}`,
    standing: callId => (paused.has(callId) ? 'paused' : 'on'),
  };
}
