import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalDetail } from '#shared/billing/approval.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { showPercent } from '#shared/plans/disclosure-words.ts';
import { keep } from '../../desk/kept.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { useMoment } from '../../parts/region-clock.tsx';
import facts from '../exceptions/outcome-detail.module.css';
import classes from './approvals.module.css';

/** What a request is about, in short: whose, who asked why, and how its payment, fee or plan stands. */
export function ApprovalFacts({ approval }: { approval: ApprovalDetail }) {
  const showMoment = useMoment();
  const { t } = useTranslation('approvals');
  const { kind, amountCents, guarantorName, guarantorId, askedByName, askedAt, reason } = approval;
  const { payment, paymentKey, fee, terms } = approval;
  return (
    <>
      <h3 className={facts.amount}>
        <MoneyText amount={amountCents} size="large" />
        <span className={facts.card}>{t(`kind.${kind}`)}</span>
      </h3>
      <dl className={facts.facts}>
        <Fact name="whose">{t('whose', { name: guarantorName, id: guarantorId })}</Fact>
        <Fact name="asked">{t('askedAt', { name: askedByName, at: showMoment(askedAt) })}</Fact>
        <Fact name="why">{reason}</Fact>
        {payment && <PaymentFacts payment={payment} />}
        {fee && (
          <Fact name="fee">
            {t('fee', { description: fee.description, amount: showMoney(fee.openCents) })}
          </Fact>
        )}
        {terms && <TermsFacts terms={terms} />}
      </dl>
      {paymentKey && (
        <Button
          size="compact-xs"
          variant="default"
          mt="xs"
          className={classes.open ?? ''}
          onClick={() => {
            keep('audit:payment', paymentKey);
            keep('supervisor:view', 'search');
          }}
        >
          {t('whole')}
        </Button>
      )}
    </>
  );
}

type FactName = 'whose' | 'asked' | 'why' | 'method' | 'taken' | 'state' | 'fee' | 'wish' | 'cost';

function Fact({ name, children }: { name: FactName; children: string }) {
  const { t } = useTranslation('approvals');
  return (
    <div>
      <dt>{t(`facts.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PaymentFacts({ payment }: { payment: NonNullable<ApprovalDetail['payment']> }) {
  const { t, i18n } = useTranslation(['approvals', 'balance']);
  const showMoment = useMoment();
  const { amountCents, method, takenAt, takenByName, state, stateAt, confirmation } = payment;
  const at = showMoment(takenAt);
  const paid = t('paid', { amount: showMoney(amountCents), method: nameMethod(i18n, method) });
  return (
    <>
      <Fact name="method">{[paid, confirmation].filter(Boolean).join(' · ')}</Fact>
      <Fact name="taken">
        {takenByName ? t('taken', { at, name: takenByName }) : t('takenUnknown', { at })}
      </Fact>
      <Fact name="state">
        {t('stateSince', { state: t(`balance:states.${state}`), at: showMoment(stateAt) })}
      </Fact>
    </>
  );
}

function TermsFacts({ terms }: { terms: NonNullable<ApprovalDetail['terms']> }) {
  const { t } = useTranslation('approvals');
  const { payments, monthlyCents, wish, financeChargeCents, aprPercent } = terms;
  return (
    <>
      <Fact name="wish">
        {t('wish', {
          count: payments,
          amount: showMoney(monthlyCents),
          date: sayDate('en', wish.firstDueOn),
        })}
      </Fact>
      <Fact name="cost">
        {t('cost', {
          interest: showMoney(financeChargeCents),
          apr: showPercent(aprPercent),
          total: showMoney(terms.totalOfPaymentsCents),
        })}
      </Fact>
    </>
  );
}
