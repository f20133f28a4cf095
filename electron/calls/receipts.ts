import type { DeskParts } from '../desk/desk-parts.ts';
import { historyOf, verificationOf } from '../payments/history.ts';
import { drawReceipt, historyIfKnown } from '../receipts/draw-receipt.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import type { SomeHandlers } from './handlers.ts';

/** Where a receipt goes: asks the person for a place and writes there; null when they choose none. */
export type SaveFile = (suggestedName: string, bytes: Buffer) => Promise<string | null>;

/** Hands a receipt to a printer the person chooses; false when they choose none. */
export type PrintFile = (name: string, bytes: Buffer) => Promise<boolean>;

/** Where a receipt can go from this desk. */
export interface ReceiptPlaces {
  readonly save: SaveFile;
  readonly print: PrintFile;
}

/** Receipts as PDF. Nothing is kept by the desk itself; what is sent is kept and sent by the backend. */
export function receiptHandlers(
  desk: DeskParts,
  typeface: Typeface,
  { save, print }: ReceiptPlaces,
): SomeHandlers<'receipts.save' | 'receipts.print' | 'receipts.send'> {
  return {
    async 'receipts.save'(wanted, caller) {
      const { name, bytes } = await drawReceipt(
        desk,
        typeface,
        caller,
        wanted,
        await historyIfKnown(desk, caller, wanted.key),
      );
      return { savedAs: await save(name, bytes) };
    },

    async 'receipts.print'(wanted, caller) {
      const { name, bytes } = await drawReceipt(
        desk,
        typeface,
        caller,
        wanted,
        await historyIfKnown(desk, caller, wanted.key),
      );
      return { printed: await print(name, bytes) };
    },

    async 'receipts.send'({ key, receiptKey, by, to, language }, caller) {
      const { bytes } = await drawReceipt(
        desk,
        typeface,
        caller,
        { key, language },
        // Without the backend it cannot be sent, so its silence ends this at once.
        await historyOf(desk, caller, key),
      );
      return desk.backend.ask('sendReceipt', {
        params: { key },
        headers: { 'idempotency-key': receiptKey },
        body: {
          by,
          to,
          language,
          pdf: bytes.toString('base64'),
          verificationId: verificationOf(desk, caller),
        },
      });
    },
  };
}
