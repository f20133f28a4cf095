import type { DeskUser } from '#shared/contract/session.ts';
import type { DeskState } from '#shared/desk/state.ts';
import { CallWorkspace } from '../call/call-workspace.tsx';
import { HardshipPage } from '../hardship/hardship-page.tsx';
import { SupervisorPage } from '../supervisor/supervisor-page.tsx';
import { useWorklistKey } from '../worklist/use-worklist-key.ts';
import { AwayNotice } from './away-notice.tsx';
import { useCounselorPlace } from './counselor-place.ts';
import { KeyBar } from './key-bar.tsx';
import { LinkNotice } from './link-notice.tsx';
import { Overlays } from './overlays.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useIdleTouch } from './use-idle-touch.ts';
import classes from './workspace.module.css';

/** Signed in: the bar above, the work of this role, the keys below. */
export function Workspace({ user, desk }: { user: DeskUser; desk: DeskState }) {
  useIdleTouch();
  useDeskKeys();
  useWorklistKey(user.role !== 'supervisor');
  return (
    <div className={classes.frame}>
      <TopBar user={user} desk={desk} />
      <main className={classes.work}>
        {user.role === 'supervisor' && <SupervisorPage />}
        {user.role === 'counselor' && <CounselorWork />}
        {user.role === 'representative' && <CallWorkspace />}
      </main>
      <LinkNotice />
      <AwayNotice desk={desk} />
      <KeyBar desk={desk} />
      <Overlays />
    </div>
  );
}

function CounselorWork() {
  const [place] = useCounselorPlace();
  return place === 'cases' ? <HardshipPage /> : <CallWorkspace />;
}
