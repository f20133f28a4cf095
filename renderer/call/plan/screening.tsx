import { Button } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { panelKeys } from '../kept/panels.ts';
import classes from './plan.module.css';

/** With an application open the screening comes first; the caller's own word passes it. */
export function Screening({
  application: { programme, openedOn },
  today,
  onRefer,
  onPass,
}: {
  application: Balance['applications'][number];
  today: CalendarDate;
  onRefer: () => void;
  onPass: () => void;
}) {
  const { t } = useTranslation(['plan', 'balance']);
  return (
    <section aria-label={t('refer')}>
      <AskNote sign={IconHeartHandshake}>
        {t('screening', {
          programme: t(`balance:programmes.${programme}`),
          on: sayDate('en', openedOn, today),
        })}
      </AskNote>
      <div className={classes.buttons}>
        <Button
          data-focus-first
          aria-keyshortcuts={panelKeys.referral.replace('Ctrl', 'Control')}
          rightSection={<Keycap name={panelKeys.referral} />}
          onClick={onRefer}
        >
          {t('refer')}
        </Button>
        <Button variant="default" onClick={onPass}>
          {t('screeningPassed')}
        </Button>
      </div>
    </section>
  );
}
