import type { Language } from '#shared/words/words.ts';
import { SaveButton } from '../../call/plan/save-button.tsx';
import { useAskTo } from '../../desk/ask.ts';

/** The disclosure of an offer or a plan of a case as a PDF. */
export function SaveCaseDisclosure(asked: { caseId: string; offerId: string; language: Language }) {
  const save = useAskTo('hardshipPlans.save');
  return <SaveButton save={save} onSave={() => save.mutate(asked)} />;
}
