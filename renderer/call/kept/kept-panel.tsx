import { useEffect } from 'react';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { focusPane } from '../../parts/focus.ts';
import { useBalance } from '../balance/use-balance.ts';
import { KeptResult } from './kept-result.tsx';
import { NoteForm } from './note-form.tsx';
import { OtherWayForm } from './other-way-form.tsx';
import type { KeptPanelName } from './panels.ts';
import { PromiseForm } from './promise-form.tsx';
import { ReferralForm } from './referral-form.tsx';
import { useStandingResult } from './use-panel.ts';
import { WireForm } from './wire-form.tsx';

/** One of what is kept for later: a short form, then a result that stays. */
export function KeptPanel({ call, panel }: { call: OpenCall; panel: KeptPanelName }) {
  const known = useBalance();
  const { result, putAside } = useStandingResult(call, panel);
  const stands = result !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done first changes with these
  useEffect(() => focusPane('pay'), [panel, stands]);

  if (result) return <KeptResult call={call} panel={panel} kept={result} onAnother={putAside} />;
  switch (panel) {
    case 'promise':
      return <PromiseForm call={call} known={known} />;
    case 'referral':
      return <ReferralForm call={call} />;
    case 'wire':
      return <WireForm call={call} known={known} />;
    case 'other':
      return <OtherWayForm call={call} known={known} />;
    case 'note':
      return <NoteForm call={call} />;
  }
}
