import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { SaveButton } from './save-button.tsx';

/** The disclosure of an offer or a plan of this call as a PDF, in the caller's language. */
export function SaveDisclosure({ offerId }: { offerId: string }) {
  const { language } = useSpoken();
  const save = useAskTo('plans.save');
  return <SaveButton save={save} onSave={() => save.mutate({ offerId, language })} />;
}
