import { regions } from '#shared/organization/regions.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { authorisationPdf } from '../receipts/authorisation-pdf.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import type { SomeHandlers } from './handlers.ts';
import type { SaveFile } from './receipts.ts';

/** Written copies of what a payer agreed to, as PDF. */
export function writtenCopyHandlers(
  desk: DeskParts,
  typeface: Typeface,
  save: SaveFile,
): SomeHandlers<'authorisations.save'> {
  return {
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
