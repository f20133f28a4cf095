import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { useWhyUnsent } from '../../unsent/why-unsent.ts';
import result from '../payment/result/result.module.css';
import classes from './kept-result.module.css';
import type { KeptPanelName } from './panels.ts';
import { WhatWasKept } from './what-was-kept.tsx';

function standingOf({ sentAt, setAsideAt }: KeptOnCall): 'sent' | 'aside' | 'waiting' {
  if (sentAt) return 'sent';
  return setAsideAt ? 'aside' : 'waiting';
}

const signs = { sent: IconCircleCheck, waiting: IconClockHour4, aside: IconAlertTriangle } as const;

/** What was noted and how far it is on its way; it stays until another one is begun. */
export function KeptResult({
  call,
  panel,
  kept,
  onAnother,
}: {
  call: OpenCall;
  panel: KeptPanelName;
  kept: KeptOnCall;
  onAnother: () => void;
}) {
  const { t } = useTranslation('kept');
  const why = useWhyUnsent();
  const standing = standingOf(kept);
  const Sign = signs[standing];
  return (
    <section aria-label={t(`done.${panel}`)}>
      <header
        tabIndex={-1}
        data-focus-first
        className={result.head}
        data-tone={standing === 'aside' ? 'stop' : 'done'}
      >
        <span className={result.sign} aria-hidden="true">
          <IconCircleCheck size={24} />
        </span>
        <h3 className={result.title}>{t(`done.${panel}`)}</h3>
      </header>
      <p role="status" className={classes.standing} data-standing={standing}>
        <Sign size={16} aria-hidden="true" />
        <span>{t(`standing.${standing}`, { why: why(kept.lastError) })}</span>
      </p>
      <WhatWasKept call={call} kept={kept} />
      <div className={result.further}>
        <Button size="compact-sm" variant="subtle" onClick={onAnother}>
          {t(`another.${panel}`)}
        </Button>
      </div>
    </section>
  );
}
