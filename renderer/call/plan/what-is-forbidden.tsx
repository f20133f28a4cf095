import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { interestForbiddenBy } from '#shared/plans/interest-policy.ts';
import { StateCode } from '#shared/plans/states.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { panelKeys } from '../kept/panels.ts';
import classes from './plan.module.css';

/** What the policy has no plan for and why, and where a law forbids interest, in one line each. */
export function WhatIsForbidden({
  region,
  today,
  pendingCents,
  isPublished,
}: {
  region: RegionCode;
  today: CalendarDate;
  /** What the insurance has not answered yet. */
  pendingCents: Cents | undefined;
  /** The terms are the published ones, so that others may be asked for. */
  isPublished: boolean;
}) {
  const { t } = useTranslation('plan');
  const [law] = regions[region].states.flatMap(
    code =>
      interestForbiddenBy({
        state: StateCode.parse(code),
        eligible: true,
        agreedOn: today,
      }) ?? [],
  );
  return (
    <div className={classes.aside}>
      {pendingCents && <p>{t('pending', { amount: showMoney(pendingCents) })}</p>}
      {isPublished && (
        <p>
          {t('longer')} <Keycap name={panelKeys.referral} />
        </p>
      )}
      <p>{t('inNoPlan')}</p>
      {law && <p>{t('law', { state: law.state, law: law.law })}</p>}
    </div>
  );
}
