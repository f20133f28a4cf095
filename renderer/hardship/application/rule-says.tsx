import { useTranslation } from 'react-i18next';
import type { AwardProposal } from '#shared/assistance/proposal.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import cases from '../case.module.css';
import classes from './application.module.css';

const reasons = [
  'within_limit',
  'by_expenses',
  'above_limit',
  'expenses_unasked',
  'income_unasked',
];

/** The rule's award with its reason, and the figures that it compared. */
export function RuleSays({ proposal }: { proposal: AwardProposal }) {
  const { t } = useTranslation('application');
  const { percent, limitPercent, people, incomeCents, guidelineCents, policy } = proposal;
  const reason = reasons.includes(proposal.reason) ? proposal.reason : 'no_policy';
  const bps = ((proposal.percentOfGuidelineBps ?? 0) / 100).toFixed(2);
  return (
    <div className={classes.block}>
      <h4 className={classes.heading}>{t('rule')}</h4>
      <p>
        {t(`proposal.${reason as 'within_limit'}`, {
          percent: percent ?? 0,
          limit: limitPercent ?? 0,
        })}
      </p>
      {incomeCents !== null && policy && (
        <p className={cases.small}>
          {t('means', {
            people,
            income: showMoney(cents(incomeCents)),
            bps,
            guideline: showMoney(cents(guidelineCents)),
            policy: policy.name,
            since: sayDate('en', CalendarDate.parse(policy.effectiveFrom)),
          })}
        </p>
      )}
    </div>
  );
}
