import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKept } from '../../desk/kept.ts';
import { type KeptPanelName, keptIn, type Panel, panelsFor } from './panels.ts';

/** Which panel stands at the right: the one chosen, as long as this caller may have it. */
export function usePanel(call: OpenCall): [Panel, (panel: Panel) => void] {
  const [chosen, choose] = useKept<Panel>(`${call.callId}:panel`, 'pay');
  return [panelsFor(call).includes(chosen) ? chosen : 'pay', choose];
}

/** The result that stands in a panel, until another one is begun; `putAside` begins it. */
export function useStandingResult(call: OpenCall, panel: KeptPanelName) {
  const [seen, setSeen] = useKept(`${call.callId}:seen:${panel}`, 0);
  const all = keptIn(call, panel);
  return {
    result: all.length > seen ? all.at(-1) : undefined,
    putAside: () => setSeen(all.length),
  };
}
