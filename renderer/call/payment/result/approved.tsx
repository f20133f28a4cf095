import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { regions } from '#shared/organization/regions.ts';
import { confirmationValues } from '#shared/payments/words.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { useInstant } from '../../../desk/use-now.ts';
import { SpokenWords } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { Acknowledge } from '../acknowledge.tsx';
import type { ResultProps } from './attempt-result.tsx';
import { ConfirmationNumber } from './confirmation-number.tsx';
import { confirmationRead } from './confirmation-read.ts';
import { postingWord } from './posting-word.ts';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';
import { SaveReceipt } from './save-receipt.tsx';
import { useVoidRefusal } from './use-void-refusal.ts';
import { VoidPayment } from './void-payment.tsx';

/** Charged once: the number, large and spelled out, when it posts, the words to read, the receipt. */
export function Approved({ attempt, call, onAnother }: ResultProps) {
  const { t } = useTranslation(['payment', 'problems']);
  const { say, language } = useSpoken();
  const { mutate: noteSaid } = useAskTo('call.said');
  const { confirmation, postingOn } = attempt;
  const isDebit = attempt.method.kind === 'ach';
  const zone = call.patient ? regions[call.patient.region].timeZone : 'UTC';
  const today = dateIn(zone, useInstant());
  const refusal = useVoidRefusal(attempt, zone);
  const [voiding, setVoiding] = useState(false);
  const words = confirmationValues(language, attempt, today);
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('approved')}
        tone="done"
        sign={<IconCircleCheck size={24} />}
      />
      {confirmation && <ConfirmationNumber confirmation={confirmation} />}
      {postingOn && (
        <p className={classes.part}>
          {t(`posting.${postingWord(attempt.state)}`, { on: sayDate('en', postingOn, today) })}
        </p>
      )}
      {words && (
        <div className={classes.part}>
          <h4 className={classes.label}>{t('say')}</h4>
          <SpokenWords
            acknowledge={
              <Acknowledge
                label={t('confirmationRead')}
                given={confirmationRead(call, attempt)}
                onGive={() => noteSaid({ script: 'confirmation_read' })}
              />
            }
          >
            {say(isDebit ? 'confirmationOfDebit' : 'confirmation', words)}
          </SpokenWords>
        </div>
      )}
      <SaveReceipt attempt={attempt} />
      {voiding && refusal === null ? (
        <VoidPayment attempt={attempt} onKeep={() => setVoiding(false)} />
      ) : (
        <div className={classes.further}>
          <Button size="compact-sm" variant="subtle" onClick={onAnother}>
            {t('another')}
          </Button>
          {refusal === null ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="var(--stop)"
              onClick={() => setVoiding(true)}
            >
              {t('voidTitle')}
            </Button>
          ) : (
            <p className={classes.aside}>
              {refusal === 'too_late_to_void' ? t('tooLateToVoid') : t(`problems:${refusal}`)}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
