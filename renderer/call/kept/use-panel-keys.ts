import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { announce } from '../../parts/announce.tsx';
import { focusPane } from '../../parts/focus.ts';
import { useKeys } from '../../parts/keys.ts';
import { type Panel, panelKeys, panelsFor } from './panels.ts';

/**
 * Opens a panel from wherever the call is, by its key. While a card is being typed none other opens: the
 * card entry would be gone with half a number in it. F6, which opens the payment, is a step of the call.
 */
export function usePanelKeys(
  call: OpenCall,
  panel: Panel,
  open: (panel: Panel) => void,
): (panel: Panel) => void {
  const { t } = useTranslation('kept');

  function choose(next: Panel) {
    if (call.recording === 'paused' && next !== 'pay') return announce(t('cardOpen'));
    if (next === panel) focusPane('pay');
    open(next);
  }

  const others = panelsFor(call).filter(name => name !== 'pay');
  useKeys(
    Object.fromEntries(
      others.map(name => [
        panelKeys[name],
        { does: t(`does.${name}`), run: () => choose(name), shown: 'help' as const },
      ]),
    ),
  );
  return choose;
}
