import { useTranslation } from 'react-i18next';
import type { ScreeningAnswers } from '#shared/assistance/answers.ts';
import type { Household } from '#shared/assistance/screening.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { AnswerRow } from './answer-row.tsx';
import classes from './screening.module.css';
import { showBps } from './show-bps.ts';

/** What each programme answers, by what, and what is still to be asked. */
export function Answers({
  answers,
  household,
}: {
  answers: ScreeningAnswers;
  household: Pick<Household, 'people' | 'state'>;
}) {
  const { t } = useTranslation('screening');
  const { guideline, incomeCentsAYear, percentOfGuidelineBps: percent, policy } = answers;
  return (
    <>
      <p className={classes.standing}>
        {incomeCentsAYear === null || percent === null
          ? t('standingUnasked')
          : t('standing', {
              income: showMoney(cents(incomeCentsAYear)),
              percent: showBps(percent),
            })}
      </p>
      <p className={classes.small}>
        {t('guideline', {
          count: household.people,
          year: guideline.year,
          state: household.state,
          amount: showMoney(cents(guideline.cents)),
        })}{' '}
        {t('percentNote')}
      </p>
      <ul className={classes.answers}>
        {answers.results.map(result => (
          <AnswerRow key={result.programme} result={result} percentBps={percent} />
        ))}
      </ul>
      <p>{useAffordable(answers)}</p>
      <p className={classes.toAsk}>
        {answers.unasked.length === 0
          ? t('allAsked')
          : t('toAsk', { what: answers.unasked.map(each => t(`unasked.${each}`)).join(', ') })}
      </p>
      <p className={classes.small}>
        {policy === null
          ? t('noPolicy')
          : t(policy.effectiveUntil ? 'policyUntil' : 'policy', {
              name: policy.name,
              from: sayDate('en', policy.effectiveFrom),
              until: policy.effectiveUntil ? sayDate('en', policy.effectiveUntil) : '',
            })}{' '}
        {policy?.source}
      </p>
    </>
  );
}

function useAffordable({ affordableCentsAMonth: amount }: ScreeningAnswers): string {
  const { t } = useTranslation('screening');
  if (amount === null) return t('affordableUnasked');
  return amount === 0 ? t('affordableNothing') : t('affordable', { amount: showMoney(amount) });
}
