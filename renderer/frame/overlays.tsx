import { UnsentDialog } from '../unsent/unsent-dialog.tsx';
import { WorklistDialog } from '../worklist/worklist-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useOpenOverlay } from './overlay-store.ts';
import { Palette } from './palette.tsx';

/** Help, palette, what is unsent, the worklist: at most one at a time. */
export function Overlays() {
  const overlay = useOpenOverlay();
  if (!overlay) return null;
  if (overlay.kind === 'unsent') return <UnsentDialog />;
  if (overlay.kind === 'worklist') return <WorklistDialog />;
  return overlay.kind === 'help' ? (
    <HelpDialog keys={overlay.keys} />
  ) : (
    <Palette keys={overlay.keys} />
  );
}
