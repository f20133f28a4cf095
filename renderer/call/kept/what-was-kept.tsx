import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { KeptOnCall } from '#shared/desk/owed.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { wireValues } from '#shared/wires/words.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import classes from './kept-result.module.css';
import { OtherWayKept } from './other-way-kept.tsx';
import { keptIn } from './panels.ts';
import { SayToCaller } from './say-to-caller.tsx';
import { useRegionToday } from './use-region-today.ts';
import { WireReference } from './wire-reference.tsx';

/** What was noted, and the words that tell the caller. */
export function WhatWasKept({ call, kept }: { call: OpenCall; kept: KeptOnCall }) {
  const { t } = useTranslation(['kept', 'balance']);
  const { say, language } = useSpoken();
  const { today } = useRegionToday(call);

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
          <SayToCaller>
            {say('kept.promise', { amount, date: sayDate(language, promisedOn, today) })}
          </SayToCaller>
        </>
      );
    }
    case 'expected_wire': {
      const { amountCents, expectedOn, reference, method } = kept.record;
      const date = sayDate('en', expectedOn, today);
      if (method !== 'wire') return <OtherWayKept call={call} record={kept.record} way={method} />;
      return (
        <>
          <p className={classes.figures}>
            {t('expected', { amount: showMoney(amountCents), date })}
          </p>
          <p className={classes.aside}>{t('nothingMoved')}</p>
          <SayToCaller>{say('kept.wire', wireValues(language, kept.record, today))}</SayToCaller>
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
          <SayToCaller>
            {say('kept.referral', { programme: say(`programmes.${programme}`) })}
          </SayToCaller>
        </>
      );
    }
    case 'account_note':
      return <p className={classes.written}>{kept.record.text}</p>;
  }
}
