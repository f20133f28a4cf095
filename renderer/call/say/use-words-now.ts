import type { OpenCall, ScriptId } from '#shared/desk/open-call.ts';
import { organization } from '#shared/organization/profile.ts';
import { useAway } from '../../desk/use-away.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { usePanel, useStandingResult } from '../kept/use-panel.ts';
import { useFindBy } from '../locate/use-find-by.ts';
import { usePayForm } from '../payment/use-pay-form.ts';
import { attemptToShow } from '../payment/which-attempt.ts';
import { useTaken } from '../schedule/use-taken.ts';
import type { Step } from '../steps/steps.ts';
import { useRoleBeingNamed } from '../verify/use-role-being-named.ts';
import { payWords, resultWords, scheduleWords, verifyWords } from './step-words.ts';
import { useHeadline } from './use-headline.ts';
import { usePlanWords } from './use-plan-words.ts';

interface WordsNow {
  /** Undefined while the words to say stand elsewhere: with the result of a payment. */
  readonly words: string | undefined;
  /** Set when they must be acknowledged. */
  readonly script?: ScriptId;
}

/** What is to be said to the caller at this point of the call. */
export function useWordsNow(call: OpenCall, step: Step): WordsNow {
  const { say } = useSpoken();
  const name = useDeskState()?.user?.name ?? '';
  const away = useAway();
  const [findBy] = useFindBy(call);
  const [naming] = useRoleBeingNamed(call);
  const headline = useHeadline();
  const planWords = usePlanWords(call);
  const [{ putAside, method }] = usePayForm(call.callId);
  const result = attemptToShow(call.attempts, putAside);
  const [taken] = useTaken(call.callId);
  const [panel] = usePanel(call);
  const other = panel === 'pay' ? undefined : panel;
  const kept = other === 'schedule' || other === 'plan' ? undefined : other;
  const stands = useStandingResult(call, kept ?? 'note').result;

  if (!call.said.includes('recording_notice')) {
    const words = say('recordingNotice', { organization: organization.name, name });
    return { words, script: 'recording_notice' };
  }
  switch (step) {
    case 'locate':
      return { words: say(`prompts.askFor.${findBy}`) };
    case 'verify':
      return {
        words: naming && !away ? say('prompts.askCallerName') : verifyWords(call, say, away),
      };
    case 'balance':
      // What is owed may hold the open payment already or not.
      return { words: result?.state === 'unknown' ? undefined : headline };
    case 'pay':
      if (other === 'schedule') return { words: scheduleWords(call, say, away, taken) };
      if (other === 'plan') return { words: planWords };
      if (other) return { words: stands ? undefined : say(`prompts.${other}`) };
      return { words: result ? resultWords(call, result, say) : payWords(call, say, away, method) };
    case 'wrapUp':
      return { words: say('prompts.goodbye') };
  }
}
