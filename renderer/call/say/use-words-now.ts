import type { OpenCall, ScriptId } from '#shared/desk/open-call.ts';
import { organization } from '#shared/organization/profile.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { useFindBy } from '../locate/use-find-by.ts';
import type { Step } from '../steps/steps.ts';
import { useRoleBeingNamed } from '../verify/use-role-being-named.ts';
import { payWords, verifyWords } from './step-words.ts';
import { useHeadline } from './use-headline.ts';

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
  const headline = useHeadline();

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
      return { words: headline };
    case 'pay':
      return { words: payWords(call, say) };
    case 'wrapUp':
      return { words: say('prompts.goodbye') };
  }
}
