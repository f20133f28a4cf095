import { useTranslation } from 'react-i18next';
import { openOverlay } from '../frame/overlay-store.ts';
import { useKeys } from '../parts/keys.ts';

export const WORKLIST_KEY = 'Ctrl+F';

/** Opens the worklist from wherever somebody is, for those who make calls. */
export function useWorklistKey(makesCalls: boolean): void {
  const { t } = useTranslation('worklist');
  const run = () => openOverlay('worklist');
  useKeys(makesCalls ? { [WORKLIST_KEY]: { does: t('open'), run, shown: 'help' } } : {});
}
