import { Checkbox } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../../parts/keycap.tsx';
import { showClock } from '../../../parts/show-time.ts';
import { SAID_KEY, SpokenText } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import classes from './debit.module.css';
import type { ReadDebit } from './read-debit.ts';

/** The question at the end, the caller's yes, and where the recording holds it. */
export function SpokenYes({
  debit: { agreed, missing },
  isNext,
  onYes,
}: {
  debit: ReadDebit;
  isNext: boolean;
  onYes: () => void;
}) {
  const { t } = useTranslation('payment');
  const { say } = useSpoken();
  return (
    <div className={classes.yes} data-next={isNext} data-done={agreed !== null}>
      <SpokenText>{say('authorisation.ask')}</SpokenText>
      <div className={classes.elements}>
        <Checkbox
          size="xs"
          label={t('debit.saidYes')}
          checked={agreed !== null}
          disabled={!agreed && missing.length > 0}
          readOnly={agreed !== null}
          aria-keyshortcuts={SAID_KEY}
          onChange={() => !agreed && onYes()}
        />
        {isNext && <Keycap name={SAID_KEY} />}
        <span role="status" className={classes.recorded}>
          {agreed && (
            <>
              <IconMicrophone size={14} aria-hidden="true" />
              {t('debit.recorded', {
                reference: agreed.recordingReference,
                time: showClock(agreed.agreedAt),
              })}
            </>
          )}
        </span>
      </div>
    </div>
  );
}
