import type { SecCode } from '../codes/sec-codes.ts';
import type { OpenEntry } from './open-entry.ts';
import type { Tally } from './tally.ts';

/** A batch whose control has not come yet. */
export interface OpenBatch {
  readonly headerLine: number;
  readonly serviceClass: string;
  readonly companyId: string;
  readonly odfi: string;
  readonly number: string;
  readonly secCode: string;
  /** Undefined where the code does not exist; then only what holds for every code is checked. */
  readonly rules: SecCode | undefined;
  readonly isInternational: boolean;
  readonly isReversal: boolean;
  readonly tally: Tally;
  /** Empty before the first entry. */
  lastTrace: string;
  entry: OpenEntry | undefined;
}
