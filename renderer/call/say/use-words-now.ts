import type { OpenCall, ScriptId } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { organization } from '#shared/organization/profile.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { type Spoken, useSpoken } from '../../parts/use-spoken.ts';
import { useBalance } from '../balance/use-balance.ts';
import { useFindBy } from '../locate/use-find-by.ts';
import type { Step } from '../steps/steps.ts';
import { useRoleBeingNamed } from '../verify/use-role-being-named.ts';

interface WordsNow {
  readonly words: string;
  /** Set when they must be acknowledged. */
  readonly script?: ScriptId;
}

/** What is to be said to the caller at this point of the call. */
export function useWordsNow(call: OpenCall, step: Step): WordsNow {
  const { say } = useSpoken();
  const name = useDeskState()?.user?.name ?? '';
  const [findBy] = useFindBy(call);
  const [naming] = useRoleBeingNamed(call);
  const summary = useBalance()?.summary;

  if (!call.said.includes('recording_notice')) {
    const words = say('recordingNotice', { organization: organization.name, name });
    return { words, script: 'recording_notice' };
  }
  switch (step) {
    case 'locate':
      return { words: say(findBy === 'name' ? 'prompts.askName' : 'prompts.askNumber') };
    case 'verify':
      return { words: naming ? say('prompts.askCallerName') : verifyWords(call, say) };
    case 'balance':
      return { words: summary ? say('bill.total', { amount: showMoney(summary.openCents) }) : '' };
    case 'pay':
      return { words: payWords(call, say) };
    case 'wrapUp':
      return { words: say('prompts.goodbye') };
  }
}

function verifyWords({ patient, verification }: OpenCall, say: Spoken['say']): string {
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
function payWords(
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
