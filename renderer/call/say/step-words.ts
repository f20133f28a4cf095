import type { PaidBy } from '#shared/authorisations/agreement.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Spoken } from '../../parts/use-spoken.ts';
import { confirmationRead } from '../payment/result/confirmation-read.ts';
import { resultKind } from '../payment/result/result-kind.ts';

/** What is asked of the caller, or said to one who can hear nothing. */
export function verifyWords(
  { patient, verification }: OpenCall,
  say: Spoken['say'],
  away: boolean,
): string {
  if (patient?.lockedAt || verification?.state === 'locked') return say('prompts.locked');
  const isOpen = !verification || verification.state === 'open';
  if (away && isOpen) return say('prompts.away.verify');
  if (!verification) return say('prompts.askRole');
  if (verification.refusal) return say(`prompts.refused.${verification.refusal}`);
  if (verification.discloses === 'amount_only') return say('prompts.guest');
  const [next] = verification.askable;
  if (!next || verification.state !== 'open') return say('prompts.verified');
  // The guarantor proves who they are themselves; a representative knows the patient's answers.
  const asksOfPatient = verification.callerRole === 'authorised_representative';
  return say(`prompts.${asksOfPatient ? 'askFactorOfPatient' : 'askFactor'}.${next}`);
}

/** What leads up to the words of the payment panel, and what comes after them. */
export function payWords(
  { card, bankAccount, recording, verification }: OpenCall,
  say: Spoken['say'],
  away: boolean,
  method: 'card' | 'ach' = 'card',
): string {
  if (away) return say('prompts.away.pay');
  if (recording === 'paused')
    return say(method === 'ach' ? 'prompts.readAccount' : 'prompts.readCard');
  if (card) return say('prompts.readBack');
  if (bankAccount) return say('prompts.readAuthorisation');
  return say(verification?.discloses === 'amount_only' ? 'prompts.guest' : 'prompts.pay');
}

/** What leads up to payments to come; their own words are read from the panel. */
export function scheduleWords(
  { recording }: OpenCall,
  say: Spoken['say'],
  away: boolean,
  taken: PaidBy,
): string {
  if (away) return say('prompts.away.schedule');
  if (recording !== 'paused') return say('prompts.schedule');
  return say(taken === 'ach' ? 'prompts.readAccount' : 'prompts.readCard');
}

/**
 * What is said beside a result. While the result brings words of its own there are none here: two sentences
 * at once would compete, or contradict each other.
 */
export function resultWords(
  call: OpenCall,
  result: Attempt,
  say: Spoken['say'],
): string | undefined {
  switch (resultKind(result.state)) {
    case 'sending':
      return say('prompts.oneMoment');
    case 'approved':
      return confirmationRead(call, result) ? say('prompts.anythingElse') : undefined;
    case 'voided':
      return say('prompts.takenBack');
    case 'other':
      return say('prompts.anythingElse');
    default:
      return undefined;
  }
}
