import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useAway } from '../../desk/use-away.ts';
import { announce } from '../../parts/announce.tsx';
import { Busy } from '../../parts/busy.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useBalance } from '../balance/use-balance.ts';
import classes from './confirm.module.css';
import type { ReadDebit } from './debit/read-debit.ts';
import type { PayForm } from './pay-form.ts';
import { type EnteredPayment, whatIsMissing } from './what-is-missing.ts';

const CONFIRM_KEY = 'Ctrl+Enter';

/** Charges the card or debits the account, by a key of its own; until everything is there it says what is missing. */
export function Confirm({
  call,
  form,
  payment,
  debit,
}: {
  call: OpenCall;
  form: PayForm;
  payment: EnteredPayment;
  /** For a bank account: how far its authorisation has been read. */
  debit?: ReadDebit;
}) {
  const { t } = useTranslation('payment');
  const submit = useAskTo('payments.submit');
  const open = useBalance()?.summary.openCents;
  const { amountCents, allocation, totalSeenCents } = payment;
  const missing = whatIsMissing(payment, form, call, useAway(), debit);
  const elements = new Intl.ListFormat('en').format(
    (debit?.missing ?? []).map(element => t(`debit.elements.${element}`)),
  );
  const needs = missing && t(`confirmNeeds.${missing}`, { elements });

  const closed = missing !== undefined || submit.isPending;

  function charge() {
    if (submit.isPending) return;
    if (missing || amountCents === undefined || allocation === undefined) {
      if (needs) announce(needs);
      return;
    }
    const duplicateAcknowledged = form.againCents === amountCents;
    submit.mutate({ amountCents, allocation, totalSeenCents, duplicateAcknowledged });
  }
  const label = t(debit ? 'confirmDebit' : 'confirm', {
    amount: amountCents === undefined ? '' : showMoney(amountCents),
  });
  useKeys({ [CONFIRM_KEY]: { does: label, run: charge } });

  return (
    <div className={classes.confirm}>
      <RefusedNote refused={submit.error}>
        {submit.error?.reason === 'balance_changed' && open !== undefined && (
          <p>{t('balanceChanged', { amount: showMoney(open) })}</p>
        )}
        {submit.error?.reason === 'unreachable' && <p>{t('notSent')}</p>}
      </RefusedNote>
      <Button
        fullWidth
        size="md"
        aria-disabled={closed}
        {...(closed && { 'data-disabled': true })}
        aria-describedby="confirm-needs"
        aria-keyshortcuts="Control+Enter"
        rightSection={<Keycap name={CONFIRM_KEY} />}
        onKeyDown={leavePlainKeys}
        onClick={charge}
      >
        {label}
      </Button>
      <p id="confirm-needs" className={classes.needs}>
        {needs}
      </p>
      <Busy busy={submit.isPending} does={t('sending')} />
    </div>
  );
}
