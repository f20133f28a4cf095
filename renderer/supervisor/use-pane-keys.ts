import { focusPane } from '../parts/focus.ts';
import { useKeys } from '../parts/keys.ts';

interface PaneKey {
  /** The id of the pane. */
  readonly pane: string;
  readonly does: string;
}

/** On every page with a list and what is chosen of it: F7 leads to the one, F9 to the other. */
export function usePaneKeys(list: PaneKey, chosen: PaneKey): void {
  const to = ({ pane, does }: PaneKey) => ({
    does,
    run: () => focusPane(pane),
    shown: 'help' as const,
  });
  useKeys({ F7: to(list), F9: to(chosen) });
}
