import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import classes from './payment-dialog.module.css';

const ways = ['email', 'mail', 'print'] as const;
type Way = (typeof ways)[number];

/** The receipt once more: by e-mail, as a letter, or on paper here. */
export function ReceiptForm({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('afterPayment');
  const spoken = useSpoken();
  const [receiptKey] = useState(() => uuid());
  const [way, setWay] = useState<Way>('email');
  const [to, setTo] = useState('');
  const [chosen, setLanguage] = useState<'en' | 'es'>();
  const language = chosen ?? spoken.language;
  const send = useAskTo('receipts.send');
  const print = useAskTo('receipts.print');
  const fault = way === 'email' && !z.email().safeParse(to.trim()).success;
  const sent =
    send.data && (send.data.sentAt === null ? t('done.kept') : t(`done.${send.data.by}`));
  const printed = print.data && t(print.data.printed ? 'done.printed' : 'done.notPrinted');

  function submit() {
    const { key } = payment;
    if (way === 'print') return print.mutate({ key, language });
    const address = way === 'email' ? to.trim() : null;
    send.mutate({ key, receiptKey, by: way, to: address, language }, { onSuccess: onDone });
  }

  return (
    <ActionForm
      does={t(`do.${way}`)}
      busy={send.isPending || print.isPending}
      refused={way === 'print' ? print.error : send.error}
      fault={fault}
      done={sent ?? printed}
      onSubmit={submit}
    >
      {tried => (
        <>
          <SegmentedControl
            aria-label={t('way')}
            value={way}
            onChange={value => setWay(ways.find(each => each === value) ?? 'email')}
            data={ways.map(each => ({ value: each, label: t(`ways.${each}`) }))}
          />
          {way === 'email' && (
            <TextInput
              type="email"
              label={t('address')}
              value={to}
              error={tried && fault && t('addressMissing')}
              errorProps={{ role: 'alert' }}
              maxLength={320}
              onChange={event => setTo(event.currentTarget.value)}
            />
          )}
          {way === 'mail' && <p className={classes.aside}>{t('letterTo')}</p>}
          <SegmentedControl
            size="xs"
            aria-label={t('language')}
            value={language}
            onChange={value => setLanguage(value === 'es' ? 'es' : 'en')}
            data={[
              { value: 'en', label: 'EN' },
              { value: 'es', label: 'ES' },
            ]}
          />
        </>
      )}
    </ActionForm>
  );
}
