import { IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import type { AssignedArrival, UnmatchedArrival } from '#shared/contract/arrivals.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { shortDate } from '../../call/balance/short-date.ts';
import { useInstant } from '../../desk/use-now.ts';
import classes from './arrivals.module.css';
import { AssignForm } from './assign-form.tsx';

/** One amount that arrived and that nobody could match: what the bank says of it, and posting it by hand. */
export function ArrivalDetail({
  arrival,
  onAssigned,
}: {
  /** Null once it is somebody's. */
  arrival: UnmatchedArrival | null;
  onAssigned: () => void;
}) {
  const [assigned, setAssigned] = useState<AssignedArrival | null>(null);
  if (assigned) return <Done assigned={assigned} />;
  if (!arrival) return null;
  return (
    <div className={classes.details}>
      <Facts arrival={arrival} />
      <AssignForm
        arrival={arrival}
        onAssigned={posted => {
          setAssigned(posted);
          onAssigned();
        }}
      />
    </div>
  );
}

function Facts({ arrival }: { arrival: UnmatchedArrival }) {
  const { t, i18n } = useTranslation('arrivals');
  const { remittance, remitter, statementId, entryId, guarantorId, guarantorName } = arrival;
  const by = nameMethod(i18n, { kind: arrival.channel, reference: null });
  const on = shortDate(arrival.bookedOn, dateIn('UTC', useInstant()));
  return (
    <>
      <p>{remitter === '' ? t('fromNobody', { by, on }) : t('from', { by, on, remitter })}</p>
      <p>
        <IconHelpCircle size={14} aria-hidden="true" className={classes.sign} />
        {t(`why.${arrival.why}`)}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('remittance')}</dt>
          <dd>{remittance === '' ? t('nothingWritten') : remittance}</dd>
        </div>
        {guarantorId && guarantorName && (
          <div>
            <dt>{t('named')}</dt>
            <dd>{t('namedValue', { name: guarantorName, id: guarantorId })}</dd>
          </div>
        )}
        <div>
          <dt>{t('entry')}</dt>
          <dd>{t('entryValue', { statement: statementId, entry: entryId })}</dd>
        </div>
      </dl>
    </>
  );
}

function Done({ assigned }: { assigned: AssignedArrival }) {
  const { t } = useTranslation('arrivals');
  const { amountCents, guarantorName, guarantorId } = assigned;
  const creditCents = assigned.creditCents as Cents;
  return (
    <p role="status" className={classes.done}>
      {t(creditCents > noCents ? 'doneCredit' : 'done', {
        amount: showMoney(amountCents),
        name: guarantorName,
        id: guarantorId,
        credit: showMoney(creditCents),
      })}
    </p>
  );
}
