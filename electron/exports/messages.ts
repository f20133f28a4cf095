import type { Instant } from '#shared/calendar/dates.ts';
import type { ExportOrder } from '#shared/contract/exports.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import type { Typeface } from '../receipts/pdf-page.ts';

/** What a thread that writes one export is started with. */
export interface ExportStart {
  readonly backendUrl: string;
  readonly token: string;
  readonly order: ExportOrder;
  /** Where the file goes when it is whole, and where it grows until then: beside it. */
  readonly path: string;
  readonly unfinished: string;
  readonly typeface: Typeface;
  readonly by: { readonly name: string; readonly at: Instant };
  readonly sandbox: boolean;
  /** Silence of the backend after which it is taken for gone, in ms. */
  readonly silenceMs: number;
}

/** What the thread tells. After `saved`, `stopped` or `failed` it ends. */
export type FromExport =
  /** The backend answered and the file is there. */
  | { readonly kind: 'begun'; readonly total: number | null }
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'saved'; readonly rows: number; readonly sha256: string }
  /** As it was told to; nothing is left. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: RefusalReason };

/** What it is told: the only word is to stop. */
export type ToExport = { readonly kind: 'stop' };
