import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import { ActionForm } from '../call/after-payment/action-form.tsx';
import { useAskTo } from '../desk/ask.ts';
import classes from './payment-pane.module.css';

/** Asks another supervisor to take a payment back although its cut-off has passed; what was asked stays. */
export function LateVoidPart({
  life: { payment, history },
  onAsked,
}: {
  life: PaymentLife;
  onAsked: () => void;
}) {
  const { t } = useTranslation('approvals');
  const [requestId] = useState(() => uuid());
  const [begun, setBegun] = useState(false);
  const ask = useAskTo('approvals.askLateVoid');
  const { refusals } = history;
  const mayAsk = refusals.void !== null && refusals.lateVoid === null;
  if (!begun && !mayAsk) return null;
  const { key } = payment;
  return (
    <section aria-labelledby="late-void" className={classes.part}>
      <h3 id="late-void" className={classes.label}>
        {t('kind.late_void')}
      </h3>
      <p className={classes.fact}>{t('late.intro')}</p>
      {begun ? (
        <ActionForm
          does={t('late.doOther')}
          reasonLabel={t('reason')}
          reasonHint={t('askHint')}
          busy={ask.isPending}
          refused={ask.error}
          done={ask.isSuccess ? t('late.done') : undefined}
          onSubmit={reason => ask.mutate({ requestId, key, reason }, { onSuccess: onAsked })}
        />
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setBegun(true)}>
          {t('late.begin')}
        </Button>
      )}
    </section>
  );
}
