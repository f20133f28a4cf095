import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { Charge } from '#shared/billing/charge.ts';
import type { FeeWaiver } from '#shared/billing/fee-waiver.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm } from './action-form.tsx';
import classes from './payment-dialog.module.css';
import { useWaivers } from './use-waivers.ts';

/** Asks for a late fee to be waived, from where the caller and the representative look at it. */
export function WaiveLine({ charge }: { charge: Charge }) {
  const { t } = useTranslation('afterPayment');
  const { waivers, isWaiting, readAgain } = useWaivers(charge.chargeId);
  const [begun, setBegun] = useState(false);
  return (
    <div className={classes.inLine}>
      {waivers.map(waiver => (
        <Standing key={waiver.waiverId} waiver={waiver} />
      ))}
      {begun ? (
        <WaiveForm chargeId={charge.chargeId} onDone={readAgain} />
      ) : (
        charge.openCents > 0 &&
        !isWaiting && (
          <Button size="compact-xs" variant="default" mt="xs" onClick={() => setBegun(true)}>
            {t('waiver.ask')}
          </Button>
        )
      )}
    </div>
  );
}

/** What was asked for about this fee, and what was decided. */
function Standing({ waiver }: { waiver: FeeWaiver }) {
  const { t } = useTranslation('afterPayment');
  const { state, amountCents, askedByName, reason, decidedByName, decidedWhy } = waiver;
  return (
    <p className={classes.aside}>
      {t(`waiver.state.${state}`, { amount: showMoney(amountCents) })}
      {': '}
      {decidedByName
        ? t('decidedBy', { name: decidedByName, reason: decidedWhy ?? '' })
        : t('askedBy', { name: askedByName, reason })}
    </p>
  );
}

function WaiveForm({ chargeId, onDone }: { chargeId: string; onDone: () => void }) {
  const { t } = useTranslation('afterPayment');
  const { say } = useSpoken();
  const [waiverId] = useState(() => uuid());
  const ask = useAskTo('waivers.ask');
  return (
    <ActionForm
      does={t('waiver.do')}
      reasonLabel={t('reason')}
      reasonHint={t('waiver.reasonHint')}
      busy={ask.isPending}
      refused={ask.error}
      done={ask.isSuccess ? t('waiver.done') : undefined}
      spoken={say('after.waiverAsked')}
      onSubmit={reason => ask.mutate({ waiverId, chargeId, reason }, { onSuccess: onDone })}
    />
  );
}
