import { HelpDialog } from './help-dialog.tsx';
import { useOpenOverlay } from './overlay-store.ts';
import { Palette } from './palette.tsx';

/** Help and palette: at most one at a time. */
export function Overlays() {
  const overlay = useOpenOverlay();
  if (!overlay) return null;
  return overlay.kind === 'help' ? (
    <HelpDialog keys={overlay.keys} />
  ) : (
    <Palette keys={overlay.keys} />
  );
}
