import { payerOf } from '#shared/call/payer.ts';
import { regions } from '#shared/organization/regions.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { authorisationPdf } from '../receipts/authorisation-pdf.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import { receiptLines } from '../receipts/receipt-facts.ts';
import { receiptPdf } from '../receipts/receipt-pdf.ts';
import type { SomeHandlers } from './handlers.ts';

/** Where a receipt goes: asks the person for a place and writes there; null when they choose none. */
export type SaveFile = (suggestedName: string, bytes: Buffer) => Promise<string | null>;

/** Receipts, and written copies of authorisations, as PDF. Nothing is kept by the desk itself. */
export function receiptHandlers(
  desk: DeskParts,
  typeface: Typeface,
  save: SaveFile,
): SomeHandlers<'receipts.save' | 'authorisations.save'> {
  return {
    async 'receipts.save'({ key, language }) {
      const attempt = desk.attempts.read(key);
      const call = attempt && desk.calls.find(attempt.callId);
      if (!attempt?.confirmation || !call?.patient) throw new Refused('payment_not_found');
      const mayHear = call.verification?.discloses === 'everything';
      const balance = mayHear ? desk.balances.kept(attempt.guarantorId) : undefined;
      const allocations =
        balance?.payments.find(each => each.key === key)?.allocations ??
        desk.attempts.allocationsOf(key);
      const bytes = await receiptPdf(
        {
          attempt,
          payer: payerOf(call),
          lines: receiptLines(allocations, balance),
          timeZone: regions[call.patient.region].timeZone,
          sandbox: desk.sandbox,
        },
        desk.words[language],
        typeface,
      );
      return { savedAs: await save(`receipt-${attempt.confirmation}.pdf`, bytes) };
    },

    async 'authorisations.save'({ key, language }) {
      const attempt = desk.attempts.read(key);
      const call = attempt && desk.calls.find(attempt.callId);
      const authorisation = attempt && desk.attempts.authorisationOf(key);
      if (attempt?.method.kind !== 'ach' || !authorisation || !call?.patient) {
        throw new Refused('payment_not_found');
      }
      const { timeZone } = regions[call.patient.region];
      const facts = { ...authorisation, account: attempt.method, timeZone };
      const bytes = await authorisationPdf(
        { attempt, authorisation, facts, sandbox: desk.sandbox },
        desk.words[language],
        typeface,
      );
      const name = attempt.confirmation ?? authorisation.recordingReference;
      return { savedAs: await save(`authorisation-${name}.pdf`, bytes) };
    },
  };
}
