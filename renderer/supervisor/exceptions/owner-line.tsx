import { Button, Group } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionCase } from '#shared/contract/exception-queue.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { announce } from '../../parts/announce.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useMoment } from '../../parts/region-clock.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import classes from './outcome-detail.module.css';

const TAKE_KEY = 'Ctrl+G';

/** Whose an exception is, and how that changes: taken, put back, handed over. */
export function OwnerLine({
  exception: { caseId, owner },
  onDone,
}: {
  exception: ExceptionCase;
  onDone: () => void;
}) {
  const { t } = useTranslation('exceptions');
  const showMoment = useMoment();
  const userId = useDeskState()?.user?.userId;
  const [isGiving, give] = useState<boolean | null>(null);
  const take = useAskTo('exceptions.take');
  const putBack = useAskTo('exceptions.putBack');
  const isMine = owner !== null && owner.userId === userId;
  const isTheirs = owner !== null && !isMine;
  const asked = isMine ? putBack : take;
  const does = t(isMine ? 'putBack' : 'take');

  function change() {
    if (isTheirs || asked.isPending) return;
    asked.mutate(
      { caseId },
      {
        onSuccess: () => announce(t(isMine ? 'wasPutBack' : 'wasTaken')),
        // A colleague was faster: it is read again with who that was.
        onSettled: onDone,
      },
    );
  }
  useKeys(isTheirs ? {} : { [TAKE_KEY]: { does, run: change } });
  const standing = { name: owner?.name ?? '', at: owner ? showMoment(owner.since) : '' };
  return (
    <div className={classes.part}>
      <p className={classes.owner} role="status">
        {owner && <IconUserCheck size={16} aria-hidden="true" />}
        {t(`standing.${isMine ? 'mine' : owner ? 'theirs' : 'nobodys'}`, standing)}
      </p>
      <RefusedNote refused={take.error ?? putBack.error} />
      {isGiving ? (
        <HandOverForm
          caseId={caseId}
          onLeave={() => give(false)}
          onDone={() => {
            give(false);
            onDone();
          }}
        />
      ) : (
        <Group gap="xs">
          {!isTheirs && (
            <Button
              size="compact-sm"
              variant={isMine ? 'default' : 'filled'}
              rightSection={<Keycap name={TAKE_KEY} />}
              aria-keyshortcuts="Control+G"
              onClick={change}
            >
              {does}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            // Who leaves the form is where they opened it.
            autoFocus={isGiving === false}
            onClick={() => give(true)}
          >
            {t(isTheirs ? 'takeOver' : 'handOver')}
          </Button>
        </Group>
      )}
    </div>
  );
}
