import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import type { AssignedArrival, UnmatchedArrival } from '#shared/contract/arrivals.ts';
import { shortDate } from '../../call/balance/short-date.ts';
import { useInstant } from '../../desk/use-now.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import rows from '../../parts/rows.module.css';
import list from '../exceptions/outcome-list.module.css';
import classes from './arrivals.module.css';
import { AssignForm } from './assign-form.tsx';

/** One amount that arrived: how much, how, from whom and why it waits; opened, what is known and the form. */
export function ArrivalItem({
  arrival,
  isOpen,
  onToggle,
  onAssigned,
}: {
  arrival: UnmatchedArrival;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onAssigned: (assigned: AssignedArrival) => void;
}) {
  const { t, i18n } = useTranslation('arrivals');
  const { arrivalId, amountCents, channel, bookedOn, remitter, why } = arrival;
  const by = nameMethod(i18n, { kind: channel, reference: null });
  const on = shortDate(bookedOn, dateIn('UTC', useInstant()));
  const details = `arrival-${arrivalId}`;
  return (
    <>
      <UnstyledButton
        className={rows.row}
        aria-expanded={isOpen}
        aria-controls={details}
        aria-current={isOpen || undefined}
        onClick={() => onToggle(!isOpen)}
      >
        <span className={list.cells}>
          <span className={list.amount}>
            <MoneyText amount={amountCents} />
          </span>
          <span className={list.who}>
            {remitter === '' ? t('fromNobody', { by, on }) : t('from', { by, on, remitter })}
          </span>
          <span className={list.about}>
            <IconHelpCircle size={14} aria-hidden="true" className={classes.sign} />
            {t(`why.${why}`)}
          </span>
        </span>
      </UnstyledButton>
      <div id={details} hidden={!isOpen} className={classes.details}>
        {isOpen && (
          <>
            <Facts arrival={arrival} />
            <AssignForm arrival={arrival} onAssigned={onAssigned} />
          </>
        )}
      </div>
    </>
  );
}

function Facts({ arrival }: { arrival: UnmatchedArrival }) {
  const { t } = useTranslation('arrivals');
  const { remittance, statementId, entryId, guarantorId, guarantorName } = arrival;
  return (
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
  );
}
