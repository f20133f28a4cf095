import { dateIn } from '#shared/calendar/dates.ts';
import { payerOf } from '#shared/call/payer.ts';
import { regions } from '#shared/organization/regions.ts';
import { requireCall } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import { standingPdf } from '../receipts/standing-pdf.ts';
import type { SomeHandlers } from './handlers.ts';
import type { SaveFile } from './receipts.ts';

/** Written copies of payments to come, as they stand, as PDF. */
export function standingCopyHandlers(
  desk: DeskParts,
  typeface: Typeface,
  save: SaveFile,
): SomeHandlers<'authorisations.copy'> {
  return {
    async 'authorisations.copy'({ authorisationId, language }, caller) {
      const call = requireCall(desk.calls, caller);
      const { patient, verificationId } = requireHearing(call);
      const params = { verificationId };
      const { authorisations } = await desk.backend.ask('authorisations', { params });
      const authorisation = authorisations.find(each => each.authorisationId === authorisationId);
      if (!authorisation) throw new Refused('authorisation_not_found');
      const { timeZone } = regions[patient.region];
      const { terms, method, agreement } = authorisation;
      const name = agreement.payerName ?? payerOf(call) ?? patient.guarantorName;
      const facts = { terms, method, name, today: dateIn(timeZone, agreement.agreedAt) };
      const copy = { authorisation, facts, timeZone, sandbox: desk.sandbox };
      const bytes = await standingPdf(copy, desk.words[language], language, typeface);
      const named = `authorisation-${agreement.recordingReference}-${authorisationId.slice(0, 8)}`;
      return { savedAs: await save(`${named}.pdf`, bytes) };
    },
  };
}
