import { useTranslation } from 'react-i18next';
import type { ExpectedWire } from '#shared/billing/expected-wire.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { OtherWay } from '#shared/wires/other-ways.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import classes from './kept-result.module.css';
import { SayToCaller } from './say-to-caller.tsx';
import { useRegionToday } from './use-region-today.ts';
import { useWayWords } from './use-way-words.ts';

/** Money that somebody sends by another way: how much, when, and the words that tell them where to. */
export function OtherWayKept({
  call,
  record,
  way,
}: {
  call: OpenCall;
  record: ExpectedWire;
  way: OtherWay;
}) {
  const { t } = useTranslation('kept');
  const { say, language } = useSpoken();
  const wordsOf = useWayWords(call);
  const { today } = useRegionToday(call);
  const { expectedOn } = record;
  const amount = showMoney(record.amountCents);
  const expected = say('ways.expected', { amount, date: sayDate(language, expectedOn, today) });
  return (
    <>
      <p className={classes.figures}>
        {t('expected', { amount, date: sayDate('en', expectedOn, today) })}
      </p>
      <p className={classes.aside}>{t('nothingMovedYet', { way: t(`ways.${way}`) })}</p>
      <SayToCaller>{`${wordsOf(way)} ${expected}`}</SayToCaller>
    </>
  );
}
