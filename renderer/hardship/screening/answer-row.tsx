import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScreeningResult } from '#shared/assistance/screening.ts';
import classes from './screening.module.css';
import { showBps } from './show-bps.ts';

const signs = {
  eligible: IconCircleCheck,
  not_eligible: IconCircleX,
  unknown: IconHelpCircle,
} as const;

/** A programme's answer in a word, with the reason in a sentence. */
export function AnswerRow({
  result,
  percentBps,
}: {
  result: ScreeningResult;
  percentBps: number | null;
}) {
  const { t } = useTranslation(['screening', 'balance']);
  const { programme, answer, reason, limitPercent, award } = result;
  const Sign = signs[answer];
  const values = {
    percent: percentBps === null ? '' : showBps(percentBps),
    limit: limitPercent ?? '',
    ofIncome: award?.by === 'expenses' ? award.ofIncomePercent : '',
  };
  const isAboveMfa = programme === 'mfa' && reason === 'above_limit';
  return (
    <li className={classes.answer} data-answer={answer}>
      <p className={classes.programme}>
        <span>{t(`balance:programmes.${programme}`)}</span>
        <span className={classes.mark}>
          <Sign size={16} aria-hidden="true" />
          {t(`answer.${answer}`)}
        </span>
      </p>
      <p>
        {isAboveMfa ? t('aboveMfa', values) : t(`reason.${reason}`, values)}{' '}
        {award && <strong>{t('award', { percent: award.percent })}</strong>}
      </p>
    </li>
  );
}
