/** A file that a bank has for us: returns and notices of change. */
export interface BankFile {
  /** The bank's own name for it; the same name is the same file. */
  readonly id: string;
  readonly text: string;
}

/**
 * The originating bank as the backend needs it. Every method may throw `BankSilent`: then nobody here
 * knows whether it was done, and it is done again.
 */
export interface AchBank {
  /** Takes a file once: the same id again changes nothing. Throws `FileRefused` for other bytes under it. */
  handOver(fileId: string, text: string): Promise<void>;
  /** What has not been confirmed yet, the oldest first. */
  collect(): Promise<readonly BankFile[]>;
  /** Says that a file is kept here, so that it is not given again. Again changes nothing. */
  confirm(id: string): Promise<void>;
}

/** No answer, or none that can be understood. */
export class BankSilent extends Error {
  override readonly name = 'BankSilent';
}

/** The bank has another file under this id. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}
