import { UnsentDialog } from '../unsent/unsent-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useOpenOverlay } from './overlay-store.ts';
import { Palette } from './palette.tsx';

/** Help, palette, what is unsent: at most one at a time. */
export function Overlays() {
  const overlay = useOpenOverlay();
  if (!overlay) return null;
  if (overlay.kind === 'unsent') return <UnsentDialog />;
  return overlay.kind === 'help' ? (
    <HelpDialog keys={overlay.keys} />
  ) : (
    <Palette keys={overlay.keys} />
  );
}
