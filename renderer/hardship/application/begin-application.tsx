import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './application.module.css';
import { MAIN_KEY } from './main-key.ts';
import { useApplicationChange } from './use-application-change.ts';

/**
 * Begins an application on what the household said last; the next one after an award is its renewal. Long before that
 * is due it has no key: a second press on a decision begins nothing.
 */
export function BeginApplication({
  caseId,
  renews,
  isDue,
}: {
  caseId: string;
  renews: boolean;
  isDue: boolean;
}) {
  const { t } = useTranslation('application');
  const [applicationId] = useState(() => crypto.randomUUID());
  const begin = useApplicationChange('applications.begin', t('heard.begun'));
  const does = t(renews ? 'renew' : 'begin');
  const run = () => begin.run({ caseId, applicationId });
  useKeys(isDue ? { [MAIN_KEY]: { does, run } } : {});
  return (
    <div className={classes.block}>
      <RefusedNote refused={begin.refused} />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant={isDue ? 'filled' : 'default'}
          {...(isDue && {
            'aria-keyshortcuts': 'Control+Shift+A',
            rightSection: <Keycap name={MAIN_KEY} />,
          })}
          loading={begin.busy}
          onClick={run}
        >
          {does}
        </Button>
      </div>
    </div>
  );
}
