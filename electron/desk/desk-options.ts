import type { Timeouts } from '../backend/timeouts.ts';
import type { FileKey } from '../keys/file-key.ts';
import type { SyncPace } from '../sync/messages.ts';
import type { Clock } from './clock.ts';

/** What a desk is composed with. */
export interface DeskOptions {
  readonly backendUrl: string;
  readonly sandbox: boolean;
  /** Where journal and cache lie. */
  readonly folder: string;
  readonly key: FileKey;
  /** Holds `journal/migrations` and `cache/migrations`. */
  readonly migrations: string;
  readonly nativeBinding?: string | undefined;
  readonly version: string;
  readonly clock?: Clock;
  readonly timeouts?: Timeouts;
  /** The file of the thread that keeps the copy of the records. */
  readonly syncWorker: string;
  /** The file of the thread that writes exports. */
  readonly exportWorker: string;
  readonly pace?: Partial<SyncPace>;
}
