import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { wireValues } from '#shared/wires/words.ts';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import result from '../payment/result/result.module.css';
import classes from './kept-result.module.css';
import { keptIn } from './panels.ts';
import { regionToday } from './region-today.ts';
import { WireReference } from './wire-reference.tsx';

/** What was noted, and the words that tell the caller. */
export function WhatWasKept({ call, kept }: { call: OpenCall; kept: KeptOnCall }) {
  const { t } = useTranslation(['kept', 'balance']);
  const { say, language } = useSpoken();
  const { today } = regionToday(call);

  switch (kept.kind) {
    case 'promise': {
      const { amountCents, promisedOn } = kept.record;
      const before = keptIn(call, 'promise').at(-2);
      const amount = showMoney(amountCents);
      return (
        <>
          <p className={classes.figures}>
            {t('promised', { amount, date: sayDate('en', promisedOn, today) })}
          </p>
          {before?.kind === 'promise' && (
            <p className={classes.aside}>
              {t('replaces', { date: sayDate('en', before.record.promisedOn, today) })}
            </p>
          )}
          <Say>{say('kept.promise', { amount, date: sayDate(language, promisedOn, today) })}</Say>
        </>
      );
    }
    case 'expected_wire': {
      const { amountCents, expectedOn, reference } = kept.record;
      const date = sayDate('en', expectedOn, today);
      return (
        <>
          <p className={classes.figures}>
            {t('expected', { amount: showMoney(amountCents), date })}
          </p>
          <p className={classes.aside}>{t('nothingMoved')}</p>
          <Say>{say('kept.wire', wireValues(language, kept.record, today))}</Say>
          <WireReference reference={reference} />
        </>
      );
    }
    case 'referral': {
      const { programme, context } = kept.record;
      return (
        <>
          <p className={classes.figures}>{t(`balance:programmes.${programme}`)}</p>
          <p className={classes.written}>{context}</p>
          <Say>{say('kept.referral', { programme: say(`programmes.${programme}`) })}</Say>
        </>
      );
    }
    case 'account_note':
      return <p className={classes.written}>{kept.record.text}</p>;
  }
}

function Say({ children }: { children: string }) {
  const { t } = useTranslation('kept');
  return (
    <div className={result.part}>
      <h4 className={result.label}>{t('say')}</h4>
      <SpokenWords>{children}</SpokenWords>
    </div>
  );
}
