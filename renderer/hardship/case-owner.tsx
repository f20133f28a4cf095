import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAskTo } from '../desk/ask.ts';
import { announce } from '../parts/announce.tsx';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showMoment } from '../parts/show-time.ts';
import classes from './case.module.css';
import { useReadCasesAgain } from './use-cases.ts';

const HOLD_KEY = 'Ctrl+T';

/** Which counselor has the case, and the key that takes it or puts it back. */
export function CaseOwner({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('hardship');
  const { caseId, owner, closed } = hardshipCase;
  const readAgain = useReadCasesAgain();
  const take = useAskTo('cases.take');
  const putBack = useAskTo('cases.putBack');
  const [does, asked] = owner ? (['putBack', putBack] as const) : (['take', take] as const);
  const run = () => {
    if (asked.isPending) return;
    const onSuccess = () => announce(t(owner ? 'heard.putBack' : 'heard.taken'));
    asked.mutate({ caseId }, { onSuccess, onSettled: readAgain });
  };
  const may = closed === null && (owner === null || owner.isYou);
  useKeys(may ? { [HOLD_KEY]: { does: t(does), run } } : {});
  const has = owner && { name: owner.name, at: showMoment(owner.at) };
  return (
    <>
      <p className={classes.owner}>
        <span>{has ? t(owner.isYou ? 'yoursSince' : 'theirsSince', has) : t('nobodys')}</span>
        {may && (
          <Button
            size="compact-sm"
            variant={owner ? 'default' : 'filled'}
            aria-keyshortcuts="Control+T"
            rightSection={<Keycap name={HOLD_KEY} />}
            loading={asked.isPending}
            onClick={run}
          >
            {t(does)}
          </Button>
        )}
      </p>
      <RefusedNote refused={take.error ?? putBack.error} />
    </>
  );
}
