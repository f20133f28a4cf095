import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { Charge } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { shortDate } from '../balance/short-date.ts';
import { ActionForm } from './action-form.tsx';

/** Disputes one charge: the one there is, or the one that is chosen. */
export function DisputeForm({
  charges,
  today,
  onDone,
}: {
  charges: readonly [Charge, ...Charge[]];
  today: CalendarDate;
  onDone?: () => void;
}) {
  const { t } = useTranslation('afterPayment');
  const { say } = useSpoken();
  const [disputeId] = useState(() => uuid());
  const [chargeId, choose] = useState(charges[0].chargeId);
  const open = useAskTo('disputes.open');
  return (
    <ActionForm
      does={t('do.dispute')}
      reasonLabel={t('reason')}
      reasonHint={t('disputeHint')}
      busy={open.isPending}
      refused={open.error}
      done={open.isSuccess ? t('done.dispute') : undefined}
      spoken={say('after.disputed')}
      onSubmit={reason =>
        open.mutate({ disputeId, chargeId, reason }, { onSuccess: () => onDone?.() })
      }
    >
      {() =>
        charges.length > 1 && (
          <NativeSelect
            label={t('charge')}
            value={chargeId}
            onChange={event => choose(event.currentTarget.value)}
            data={charges.map(each => ({
              value: each.chargeId,
              label: `${each.description}, ${shortDate(each.servicedOn, today)}`,
            }))}
          />
        )
      }
    </ActionForm>
  );
}
