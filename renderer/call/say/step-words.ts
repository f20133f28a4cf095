import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Spoken } from '../../parts/use-spoken.ts';

/** What is asked of the caller, or said to one who can hear nothing. */
export function verifyWords({ patient, verification }: OpenCall, say: Spoken['say']): string {
  if (patient?.lockedAt || verification?.state === 'locked') return say('prompts.locked');
  if (!verification) return say('prompts.askRole');
  if (verification.refusal) return say(`prompts.refused.${verification.refusal}`);
  if (verification.discloses === 'amount_only') return say('prompts.guest');
  const [next] = verification.askable;
  if (!next || verification.state !== 'open') return say('prompts.verified');
  // The guarantor proves who they are themselves; a representative knows the patient's answers.
  const asksOfPatient = verification.callerRole === 'authorised_representative';
  return say(`prompts.${asksOfPatient ? 'askFactorOfPatient' : 'askFactor'}.${next}`);
}

/** What leads up to and follows the words of the payment panel, which has its own. */
export function payWords(
  { attempts, card, recording, verification }: OpenCall,
  say: Spoken['say'],
): string {
  if (recording === 'paused') return say('prompts.readCard');
  if (card) return say('prompts.readBack');
  switch (attempts.at(-1)?.state) {
    case 'ready':
    case 'sent':
      return say('prompts.oneMoment');
    case 'unknown':
      return say('unknown');
    case 'declined':
      return say('declined');
    case 'not_charged':
      return say('notCharged');
    case 'approved':
      return say('prompts.anythingElse');
  }
  return say(verification?.discloses === 'amount_only' ? 'prompts.guest' : 'prompts.pay');
}
