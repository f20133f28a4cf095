import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from './desk/ask.ts';
import { forgetAllKept } from './desk/kept.ts';
import { forgetCalls } from './desk/queries.ts';
import { Workspace } from './frame/workspace.tsx';
import { LockPage } from './lock/lock-page.tsx';
import { Announcements, announce } from './parts/announce.tsx';
import { Busy } from './parts/busy.tsx';
import { FaultGuard } from './parts/fault-page.tsx';
import { RefusedNote } from './parts/refused-note.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** The page. Signed out and locked it is taken down whole, so that nothing of a call stays in it. */
export function App() {
  return (
    <>
      <FaultGuard>
        <Page />
      </FaultGuard>
      <Announcements />
    </>
  );
}

function Page() {
  const { t } = useTranslation();
  const { data: desk, error } = useAsk('desk.state', null);
  const queries = useQueryClient();
  const userId = desk?.user?.userId;
  const mayShow = userId !== undefined && !desk?.locked;

  useEffect(() => {
    if (mayShow) return;
    forgetCalls(queries);
    announce('');
  }, [mayShow, queries]);
  useEffect(() => (userId === undefined ? undefined : forgetAllKept), [userId]);

  if (!desk) {
    return (
      <main>{error ? <RefusedNote refused={error} /> : <Busy busy does={t('starting')} />}</main>
    );
  }
  if (!desk.user) return <SignInPage desk={desk} />;
  if (desk.locked) return <LockPage user={desk.user} />;
  return <Workspace user={desk.user} desk={desk} />;
}
