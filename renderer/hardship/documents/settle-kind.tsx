import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#shared/assistance/application.ts';
import type { ApplicationState } from '#shared/assistance/application-states.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RequirementChange } from '#shared/contract/applications.ts';
import classes from './documents.module.css';
import { SeenForm } from './seen-form.tsx';
import { WhyForm } from './why-form.tsx';

/** Accepts one kind, by its file or as it was seen; asks for another one; or says that it is not needed. */
export function SettleKind({
  requirement: { kind, state, settledOn, seen },
  hasFile,
  today,
  state: standing,
  onSettled,
}: {
  requirement: Requirement;
  hasFile: boolean;
  today: CalendarDate;
  /** Where the application stands. */
  state: ApplicationState | null;
  onSettled: (change: RequirementChange) => void;
}) {
  const { t } = useTranslation('documents');
  const [asks, setAsks] = useState<'seen' | 'why'>();
  const isWaited = standing === 'waiting_for_documents';
  const isUnproved = state === 'accepted' && !seen && !hasFile;
  const isSettled = state === 'accepted' || state === 'waived';
  const named = { kind: t(`kinds.${kind}`) };
  const on = settledOn ?? today;
  const leave = () => setAsks(undefined);
  const settle = (change: RequirementChange) => {
    onSettled(change);
    leave();
  };
  if (standing === 'draft' || (isSettled && !isUnproved) || (!isWaited && !isUnproved)) return null;
  if (asks === 'seen') {
    const accept = (given: NonNullable<Requirement['seen']>) =>
      settle({ state: 'accepted', on, seen: given });
    return <SeenForm onGiven={accept} onLeave={leave} />;
  }
  if (asks === 'why') {
    return <WhyForm onGiven={(to, why) => settle({ state: to, why })} onLeave={leave} />;
  }
  return (
    <div className={classes.settle}>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t(isUnproved ? 'noteSeenOf' : 'acceptOf', named)}
        onClick={() => (hasFile ? settle({ state: 'accepted', on }) : setAsks('seen'))}
      >
        {t(isUnproved ? 'noteSeen' : 'accept')}
      </Button>
      {!isSettled && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('otherOf', named)}
          onClick={() => setAsks('why')}
        >
          {t('other')}
        </Button>
      )}
    </div>
  );
}
