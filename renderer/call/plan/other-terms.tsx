import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { AskOtherTerms } from './ask-other-terms.tsx';
import classes from './plan.module.css';
import type { AllowedTerms, AskedTerms, useExceptions } from './use-exceptions.ts';

/** Terms that the policy does not have: what was asked for and decided, and the asking. */
export function OtherTerms({
  exceptions: { waiting, allowed, declined, readAgain },
  today,
  onUse,
}: {
  exceptions: ReturnType<typeof useExceptions>;
  today: CalendarDate;
  onUse: (terms: AllowedTerms) => void;
}) {
  const { t } = useTranslation('approvals');
  const [begun, setBegun] = useState(false);
  const say = useTermsInShort();
  return (
    <section aria-labelledby="other-terms" className={classes.other}>
      <h3 id="other-terms" className={classes.otherTitle}>
        {t('plan.title')}
      </h3>
      {waiting.map(each => (
        <p key={each.approvalId} role="status">
          {t('plan.waits', { terms: say(each) })}
        </p>
      ))}
      {declined.map(each => (
        <p key={each.approvalId} role="status">
          {t('plan.declined', {
            terms: say(each),
            name: each.decided?.byName ?? '',
            reason: each.decided?.why ?? '',
          })}
        </p>
      ))}
      {allowed.map(each => (
        <div key={each.approvalId} role="status">
          <p>
            {t('plan.approved', {
              terms: say(each),
              name: each.decided?.byName ?? '',
              until: sayDate('en', each.use.goodUntil, today),
            })}
          </p>
          <Button size="compact-sm" mt="xs" onClick={() => onUse(each)}>
            {t('plan.use')}
          </Button>
        </div>
      ))}
      {begun && <AskOtherTerms today={today} onAsked={readAgain} />}
      {!begun && waiting.length === 0 && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setBegun(true)}>
            {t('plan.begin')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Terms in one line: how many payments of how much, from when. */
function useTermsInShort() {
  const { t } = useTranslation('approvals');
  return ({ terms: { payments, monthlyCents, wish } }: AskedTerms) =>
    t('wish', {
      count: payments,
      amount: showMoney(monthlyCents),
      date: sayDate('en', wish.firstDueOn),
    });
}
