import { useTranslation } from 'react-i18next';
import { useAskTo } from '../desk/ask.ts';
import { useDeskState } from '../desk/use-desk-state.ts';
import type { DeskCommand } from './use-desk-commands.ts';

/** What a person may do about the copy of the records. */
export function useCopyCommands(): readonly DeskCommand[] {
  const { t } = useTranslation('frame');
  const phase = useDeskState()?.sync.phase ?? 'off';
  const pause = useAskTo('sync.pause');
  const resume = useAskTo('sync.resume');
  const rebuild = useAskTo('sync.rebuild');
  if (phase === 'off') return [];
  return [
    ...(phase === 'pulling' ? [{ does: t('copy.pause'), run: () => pause.mutate(null) }] : []),
    ...(phase === 'paused' ? [{ does: t('copy.resume'), run: () => resume.mutate(null) }] : []),
    { does: t('copy.rebuild'), run: () => rebuild.mutate(null) },
  ];
}
