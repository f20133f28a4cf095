import { useTranslation } from 'react-i18next';
import { useAskTo } from '../desk/ask.ts';
import { useKeys } from '../parts/keys.ts';
import { openOverlay } from './overlay-store.ts';

/** The keys that work on every page while somebody is signed in. */
export function useDeskKeys(): void {
  const { t } = useTranslation(['frame', 'unsent']);
  const lock = useAskTo('session.lock');
  useKeys({
    F1: { does: t('keys.help'), run: () => openOverlay('help') },
    'Ctrl+K': {
      does: t('keys.anything'),
      run: () => openOverlay('palette'),
    },
    'Ctrl+U': { does: t('unsent:open'), run: () => openOverlay('unsent'), shown: 'help' },
    'Ctrl+L': { does: t('lock'), run: () => lock.mutate(null), shown: 'help' },
  });
}
