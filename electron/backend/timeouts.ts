/** How long the desk waits for an answer before it counts as silence, in ms. */
export interface Timeouts {
  readonly askMs: number;
  /** Longer than the backend's own wait for its processor, so that silence here is real silence. */
  readonly paymentMs: number;
}

export const patientTimeouts: Timeouts = { askMs: 10_000, paymentMs: 30_000 };
