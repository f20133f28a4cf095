import { Button } from '@mantine/core';
import { IconHourglassHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { Busy } from '../../../parts/busy.tsx';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { showClock } from '../../../parts/show-time.ts';
import { SpokenWords } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { AskOverride } from './ask-override.tsx';
import type { ResultProps } from './attempt-result.tsx';
import { Overridden } from './overridden.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';

/** Nobody here knows whether money moved: what is known, what the desk does, what to say. Nothing here charges. */
export function Unknown({ attempt, onAnother }: ResultProps) {
  const { t, i18n } = useTranslation('payment');
  const { say } = useSpoken();
  const askNow = useAskTo('payments.askNow');
  const { method, amountCents, committedAt, overriddenAt } = attempt;
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('unknown')}
        tone="calm"
        sign={<IconHourglassHigh size={24} />}
      />
      <div className={classes.part}>
        <h4 className={classes.label}>{t('unknownTell')}</h4>
        <SpokenWords>{say(overriddenAt ? 'unknownOverridden' : 'unknown')}</SpokenWords>
      </div>
      {overriddenAt && <Overridden overriddenAt={overriddenAt} onAnother={onAnother} />}
      <div className={classes.part}>
        <h4 className={classes.label}>{t('unknownKnown')}</h4>
        <p>
          {t('unknownKnownWords', {
            amount: showMoney(amountCents),
            method: nameMethod(i18n, method),
            time: showClock(committedAt),
          })}
        </p>
      </div>
      <div className={classes.part}>
        <h4 className={classes.label}>{t('unknownDoing')}</h4>
        <p>{t('unknownDoingWords')}</p>
      </div>
      {!overriddenAt && <p className={classes.part}>{t('unknownEnd')}</p>}
      {!overriddenAt && <AskOverride paymentKey={attempt.key} />}
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={askNow.isPending}
          onClick={() => askNow.mutate(null)}
        >
          {t('askNow')}
        </Button>
        <Busy busy={askNow.isPending} />
      </div>
      <RefusedNote refused={askNow.error} />
    </section>
  );
}
