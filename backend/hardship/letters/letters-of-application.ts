import type { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import { DocumentRefusal } from '#shared/assistance/document.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import { decisionLetter } from './decision-letter.ts';
import { askedLetter, receivedLetter, renewalLetter } from './facts-of-application.ts';
import { writeAssistanceLetter } from './write-assistance-letter.ts';

interface Happened {
  readonly happening: string;
  readonly applicationId: string;
  readonly now: Instant;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const noteIn = ({ note }: Readonly<Record<string, unknown>>) =>
  typeof note === 'string' ? note : null;

/** The letter that something gives rise to; undefined where it is told to nobody in writing. */
async function letterOf(
  trx: Database,
  { happening, applicationId, detail = {} }: Happened,
): Promise<AssistanceLetter | undefined> {
  switch (happening) {
    case 'submitted':
      return receivedLetter(trx, applicationId);
    case 'documents_asked':
      // What is asked for at first stands in the letter that the application was received.
      return 'why' in detail
        ? askedLetter(trx, applicationId, {
            kinds: detail.kinds,
            reason: DocumentRefusal.safeParse(detail.reason).data ?? null,
            // Where the reason is one of ours it is said in both languages, and the note is what was added to it.
            note: detail.reason === undefined ? String(detail.why) : noteIn(detail),
          })
        : undefined;
    case 'expired':
      return { kind: 'expired' };
    case 'awarded':
    case 'denied':
    case 'appeal_decided':
      return decisionLetter(trx, String(detail.determinationId));
    case 'renewal_due':
      return renewalLetter(trx, applicationId);
    default:
      return undefined;
  }
}

/** Tells the applicant in writing what happened to their application, where they have to be told (26 CFR 1.501(r)-6(c)). */
export async function writeLetterOf(trx: Database, happened: Happened): Promise<void> {
  const letter = await letterOf(trx, happened);
  const { applicationId, now } = happened;
  if (letter) await writeAssistanceLetter(trx, { applicationId, now, letter });
}
