import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAsk } from '../desk/ask.ts';
import { useAway } from '../desk/use-away.ts';
import { AwayNote } from '../parts/away-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { ProgrammeItem } from './programmes/programme-item.tsx';
import classes from './programmes/programmes.module.css';
import { ReferForm } from './programmes/refer-form.tsx';

/** To which programmes outside this house the household was referred, and what became of it. */
export function ProgrammesPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('programmes');
  const [isReferring, setReferring] = useState(false);
  const isAway = useAway();
  const { caseId, owner, closed } = hardshipCase;
  const { data, error } = useAsk('programmes.list', { caseId });
  const may = owner?.isYou === true && closed === null;
  return (
    <section aria-labelledby="programmes" className={classes.part}>
      <h3 id="programmes" className={classes.title}>
        {t('title')}
      </h3>
      {isAway && <AwayNote title={t('away')} instead={[t('awayInstead')]} />}
      {!isAway && <RefusedNote refused={error} />}
      {!data && !error && <Busy busy does={t('reading')} />}
      {data?.programmes.length === 0 && !isReferring && (
        <p className={classes.small}>{t('none')}</p>
      )}
      <ul>
        {data?.programmes.map(referral => (
          <ProgrammeItem
            key={referral.programmeReferralId}
            referral={referral}
            today={data.today}
            isOpen={may && referral.caseId === caseId && referral.outcome === null}
          />
        ))}
      </ul>
      {may && data && isReferring && (
        <ReferForm caseId={caseId} known={data} onLeave={() => setReferring(false)} />
      )}
      {may && data && !isReferring && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSend size={14} aria-hidden="true" />}
          onClick={() => setReferring(true)}
        >
          {t('refer')}
        </Button>
      )}
      {!may && closed === null && <p className={classes.small}>{t('onlyOwner')}</p>}
    </section>
  );
}
