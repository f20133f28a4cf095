import { ActionIcon } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskUser } from '#shared/contract/session.ts';
import type { DeskState } from '#shared/desk/state.ts';
import { useAskTo } from '../desk/ask.ts';
import { WorklistCount } from '../worklist/worklist-count.tsx';
import { CallFacts } from './call-facts.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import { SandboxMark } from './sandbox-mark.tsx';
import { Standing } from './standing.tsx';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

/** Whose call, how long, who may hear what; how the desk stands; who works here. */
export function TopBar({ user, desk }: { user: DeskUser; desk: DeskState }) {
  const { t } = useTranslation(['frame', 'common']);
  const lock = useAskTo('session.lock');
  return (
    <header className={classes.bar}>
      <p className={classes.product}>{t('common:product')}</p>
      {desk.sandbox && <SandboxMark />}
      {user.role === 'counselor' && <PlaceSwitch />}
      <div className={classes.call}>{user.role !== 'supervisor' && <CallFacts />}</div>
      {user.role !== 'supervisor' && <WorklistCount />}
      <Standing desk={desk} />
      <UserMenu user={user} />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('lock')}
        aria-keyshortcuts="Control+L"
        title={t('lock')}
        onClick={() => lock.mutate(null)}
      >
        <IconLock size={18} aria-hidden="true" />
      </ActionIcon>
    </header>
  );
}
