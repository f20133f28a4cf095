import { useTranslation } from 'react-i18next';
import type { ApprovalDetail } from '#shared/billing/approval.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { regions } from '#shared/organization/regions.ts';
import { exceptionGoodUntil } from '#shared/plans/exception.ts';
import { useInstant } from '../../desk/use-now.ts';
import facts from '../exceptions/outcome-detail.module.css';
import classes from './approvals.module.css';

/** The last day to agree to the terms, if they are allowed today. */
function useUntil({ terms, region, use }: ApprovalDetail): string {
  const today = dateIn(regions[region].timeZone, useInstant());
  const until = use?.goodUntil ?? (terms && exceptionGoodUntil(terms.wish, today));
  return until ? sayDate('en', until, today) : '';
}

/** What a yes does and what a no does, before either is said. */
export function WhatFollows({ approval }: { approval: ApprovalDetail }) {
  const { t } = useTranslation(['approvals', 'problems']);
  const { kind, amountCents, follows, refusal } = approval;
  const until = useUntil(approval);
  return (
    <section className={facts.part}>
      <h4 className={facts.label}>{t('follows')}</h4>
      <p className={classes.follows}>
        <strong>{t('yes')}</strong>{' '}
        {follows
          ? t(`ifYes.${follows}`, { amount: showMoney(amountCents), until })
          : refusal && t(`problems:${refusal}`)}
      </p>
      <p className={classes.follows}>
        <strong>{t('no')}</strong> {t(`ifNo.${kind}`)}
      </p>
    </section>
  );
}
