import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import { CollectionsFact } from './collections-fact.tsx';
import classes from './facts.module.css';
import { Part } from './part.tsx';
import { shortDate } from './short-date.ts';
import { statementsOpen } from './statements-open.ts';
import type { KnownBalance } from './use-balance.ts';

/** What else decides the conversation: statement, insurance, dispute, application, plan, collections. */
export function Facts({ balance, summary, today }: KnownBalance) {
  const { t } = useTranslation('balance');
  const { plan, disputes, applications, charges } = balance;
  return (
    <Part title={t('facts')}>
      <dl className={classes.facts}>
        {statementsOpen(balance, summary).map(({ ledger, statementNumber, dueOn, openCents }) => (
          <Fact key={statementNumber} what={t(`statements.${ledger}`)}>
            {t('statementValue', {
              amount: showMoney(openCents),
              number: statementNumber,
              on: shortDate(dueOn, today),
            })}
          </Fact>
        ))}
        {balance.creditCents !== null && balance.creditCents > 0 && (
          <Fact what={t('creditFact')}>
            {t('creditValue', { amount: showMoney(balance.creditCents) })}
          </Fact>
        )}
        {summary.pendingInsuranceCents > 0 && (
          <Fact what={t('pending')}>
            {t('pendingValue', { amount: showMoney(summary.pendingInsuranceCents) })}
          </Fact>
        )}
        {disputes.map(({ disputeId, chargeId, openedOn }) => {
          const charge = charges.find(each => each.chargeId === chargeId);
          return (
            charge && (
              <Fact key={disputeId} what={t('dispute')}>
                {t('disputeValue', {
                  what: charge.description,
                  amount: showMoney(charge.openCents),
                  on: shortDate(openedOn, today),
                })}
              </Fact>
            )
          );
        })}
        {applications.map(({ applicationId, programme, openedOn }) => (
          <Fact key={applicationId} what={t('application')}>
            {t('applicationValue', {
              programme: t(`programmes.${programme}`),
              on: shortDate(openedOn, today),
            })}
          </Fact>
        ))}
        {plan && (
          <Fact what={t('plan')}>
            {t('planValue', {
              amount: showMoney(plan.instalmentCents),
              on: shortDate(plan.nextDueOn, today),
              remaining: showMoney(plan.remainingCents),
              months: plan.months,
            })}
          </Fact>
        )}
        <Fact what={t('collections')}>
          <CollectionsFact balance={balance} today={today} />
        </Fact>
      </dl>
    </Part>
  );
}

function Fact({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}
